package io.tinyanalytics.query.access;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides who may read a site's figures. A caller cannot learn from the decision whether a site
 * that is not public exists.
 */
public final class Sites {
  private final Map<String, Site> byId;

  Sites(Map<String, Site> byId) {
    this.byId = Map.copyOf(byId);
  }

  /**
   * Decides for one request.
   *
   * @param key what the caller sent in X-TA-API-Key, null where nothing
   */
  public Access access(String siteId, @Nullable String key) {
    Site asked = byId.get(siteId);
    if (asked != null && asked.publicStats()) {
      return Access.PUBLIC;
    }
    if (key == null) {
      return Access.INVALID_KEY;
    }
    if (asked != null && asked.opensWith(key)) {
      return Access.PRIVATE;
    }
    return opensAny(key) ? Access.FORBIDDEN_SITE : Access.INVALID_KEY;
  }

  /** Compares with every key, so that the time taken tells nothing of which one came close. */
  private boolean opensAny(String key) {
    boolean opens = false;
    for (Site site : byId.values()) {
      opens |= site.opensWith(key);
    }
    return opens;
  }
}

package io.tinyanalytics.ingest.intake;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Fragments of user agents whose events are thrown away; letters count alike, large or small. */
public final class DenyList {

  private final List<String> fragments;

  public DenyList(List<String> fragments) {
    this.fragments = fragments.stream().map(fragment -> fragment.toLowerCase(Locale.ROOT)).toList();
  }

  /** Whether the user agent holds a fragment; one that is absent holds none. */
  boolean matches(@Nullable String userAgent) {
    if (userAgent == null) {
      return false;
    }
    String lower = userAgent.toLowerCase(Locale.ROOT);
    return fragments.stream().anyMatch(lower::contains);
  }
}

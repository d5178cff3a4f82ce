package io.tinyanalytics.ingest.auth;

import static java.util.Objects.requireNonNull;

import io.tinyanalytics.ingest.settings.SettingException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sites as their file says, also when it changes. A change counts when the file has been the
 * same twice, since it may be half written; one that cannot work leaves the sites as they were.
 */
public final class WatchedSites implements Supplier<Sites> {

  private static final Logger LOG = LoggerFactory.getLogger(WatchedSites.class);

  private final Path file;
  private @Nullable String judged;
  private @Nullable String seen;
  private volatile Sites sites;
  private volatile boolean broken;

  /**
   * Reads the file.
   *
   * @throws SettingException if it cannot work
   */
  public WatchedSites(Path file) {
    this.file = requireNonNull(file, "file is null");
    String text = SitesFile.text(file);
    this.judged = text;
    this.seen = text;
    this.sites = SitesFile.read(file, text);
  }

  @Override
  public Sites get() {
    return sites;
  }

  /** Whether the file cannot work as it is, so that older sites are in force. */
  public boolean isBroken() {
    return broken;
  }

  /** Looks at the file; to be called every now and then, by one thread. */
  public void look() {
    String text = textIfReadable();
    boolean settled = Objects.equals(text, seen);
    seen = text;
    if (settled && !Objects.equals(text, judged)) {
      judged = text;
      judge(text);
    }
  }

  private @Nullable String textIfReadable() {
    try {
      return SitesFile.text(file);
    } catch (SettingException unreadable) {
      return null;
    }
  }

  private void judge(@Nullable String text) {
    try {
      sites = SitesFile.read(file, text == null ? SitesFile.text(file) : text);
      broken = false;
      LOG.info("The sites file was read again: it has {} sites", sites.count());
    } catch (SettingException wrong) {
      broken = true;
      LOG.warn("The sites stay as they were: {}", wrong.getMessage());
    }
  }
}

package io.tinyanalytics.e2e.ledger;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The sites that a load sends for: each has something special, so that figures stay comparable. */
public enum LoadSite {
  /** Page views of now, each with an id. */
  MAIN(false),
  /** Signed, with address and user agent of its visitors. */
  TRUSTED(true),
  /** Signed because it must be. */
  SIGNED(true),
  /** Events without an id: the edge gives one. */
  NAMELESS(false),
  /** From the year 2000 to some minutes ahead. */
  TIMES(false),
  /** All that is valid and unusual. */
  ODD(false);

  /** The sites file of a stack under load, from the repository's root. */
  public static final Path FILE = Path.of("e2e-tests/src/main/resources/load-sites.yml");

  /** What the ids of these sites begin with, and those of no other. */
  public static final String PREFIX = "load-";

  private final String id = PREFIX + name().toLowerCase(Locale.ROOT);
  private final boolean signs;

  LoadSite(boolean signs) {
    this.signs = signs;
  }

  public String id() {
    return id;
  }

  String key() {
    return id + "-key";
  }

  @Nullable String secret() {
    return signs ? id + "-secret" : null;
  }
}

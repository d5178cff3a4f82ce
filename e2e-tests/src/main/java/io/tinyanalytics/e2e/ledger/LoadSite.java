package io.tinyanalytics.e2e.ledger;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The sites of a load. Each covers one special case, so that the figures of a site stay comparable.
 */
public enum LoadSite {
  /** Current page views, each with an id. */
  MAIN(false),
  /** Signed events of visits, which give the address and user agent of the visitor. */
  TRUSTED(true),
  /** Events of visits; the site requires a signature. */
  SIGNED(true),
  /** Events without an id: the edge assigns one. */
  NAMELESS(false),
  /** Event times from the year 2000 to some minutes in the future. */
  TIMES(false),
  /** Valid but unusual content. */
  ODD(false);

  /** The sites file of a stack under load, relative to the repository's root. */
  public static final Path FILE = Path.of("e2e-tests/src/main/resources/load-sites.yml");

  /** The prefix of the ids of these sites. No other site has it. */
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

package io.tinyanalytics.query.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SitesTest {
  private final Sites sites =
      new Sites(
          Map.of(
              "open", new Site("open-read", true),
              "keyless", new Site(null, true),
              "closed", new Site("closed-read", false)));

  @ParameterizedTest
  @CsvSource({
    "open,    ,            PUBLIC",
    "open,    wrong,       PUBLIC",
    "open,    closed-read, PUBLIC",
    "keyless, ,            PUBLIC",
    "closed,  closed-read, PRIVATE",
    "closed,  ,            INVALID_KEY",
    "closed,  '',          INVALID_KEY",
    "closed,  closed-rea,  INVALID_KEY",
    "closed,  Closed-read, INVALID_KEY",
    "closed,  open-read,   FORBIDDEN_SITE",
    "nowhere, ,            INVALID_KEY",
    "nowhere, wrong,       INVALID_KEY",
    "nowhere, closed-read, FORBIDDEN_SITE",
  })
  void decidesBySiteAndKey(String siteId, String key, Access access) {
    assertThat(sites.access(siteId, key)).isEqualTo(access);
  }
}

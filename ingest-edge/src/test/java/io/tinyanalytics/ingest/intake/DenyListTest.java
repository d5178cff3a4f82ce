package io.tinyanalytics.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DenyListTest {

  private final DenyList denyList = new DenyList(List.of("bot", "Crawler", "spider"));

  @ParameterizedTest
  @CsvSource({
    "Googlebot/2.1,                          true",
    "Mozilla/5.0 (compatible; BingBOT/2.0),  true",
    "my-CRAWLER,                             true",
    "Baiduspider,                            true",
    "Mozilla/5.0 Firefox/140.0,              false",
    "'',                                     false",
    ",                                       false"
  })
  void findsFragmentsIgnoringCase(@Nullable String userAgent, boolean denied) {
    assertThat(denyList.match(userAgent).isPresent()).isEqualTo(denied);
  }

  @Test
  void deniesNobodyWhenEmpty() {
    assertThat(new DenyList(List.of()).match("Googlebot/2.1")).isEmpty();
  }
}

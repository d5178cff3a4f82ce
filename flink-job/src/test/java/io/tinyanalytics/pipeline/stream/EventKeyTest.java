package io.tinyanalytics.pipeline.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EventKeyTest {

  /** Keys stand in checkpoints: a change here makes every known event unknown. */
  @Test
  void isTheGoldenKey() {
    assertThat(EventKey.of("site-1", "e-1"))
        .isEqualTo(new EventKey(0x84e75ae8e315cc00L, 0x5293e8d5be4ecf91L));
  }

  @ParameterizedTest
  @CsvSource({"ab,c, a,bc", "'',abc, abc,''", "site-1,1e, site-11,e", "a,b, b,a"})
  void tellsApartWhatOnlyReadsAlikeTogether(
      String site, String event, String otherSite, String otherEvent) {
    assertThat(EventKey.of(site, event)).isNotEqualTo(EventKey.of(otherSite, otherEvent));
  }
}

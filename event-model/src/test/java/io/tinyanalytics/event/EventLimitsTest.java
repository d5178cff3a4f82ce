package io.tinyanalytics.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EventLimitsTest {

  private static final Pattern EVENT_ID = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

  @Test
  void takesOnlyTheCharactersOfAnEventId() {
    for (char c = 0; c < 0x300; c++) {
      String id = "a" + c;
      assertThat(EventLimits.isEventId(id))
          .as("%04x", (int) c)
          .isEqualTo(EVENT_ID.matcher(id).matches());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 127, 128, 129})
  void takesAnEventIdOf1To128Characters(int length) {
    assertThat(EventLimits.isEventId("x".repeat(length))).isEqualTo(length >= 1 && length <= 128);
  }
}

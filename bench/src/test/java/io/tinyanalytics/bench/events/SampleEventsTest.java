package io.tinyanalytics.bench.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.tinyanalytics.event.EventFormatException;
import io.tinyanalytics.event.EventJson;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SampleEventsTest {

  @Test
  void isTheSameEventForTheSameNumber() {
    assertThat(SampleEvents.event(4711)).isEqualTo(SampleEvents.event(4711));
  }

  @Test
  void repeatsOneEventInAHundred() {
    assertThat(LongStream.range(0, 10_000).mapToObj(SampleEvents::event).distinct()).hasSize(9_900);
  }

  @Test
  void isWhatTheJobAccepts() throws EventFormatException {
    for (int number = 0; number < 1_000; number++) {
      var event = SampleEvents.event(number);

      assertThat(EventJson.readRaw(EventJson.write(event))).isEqualTo(event);
    }
  }
}

package io.tinyanalytics.logimport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tinyanalytics.event.EventLimits;
import org.junit.jupiter.api.Test;

final class BatchTest {
  private final Batch batch = new Batch();

  @Test
  void isOneJsonObject() {
    batch.add(item(1, "{\"a\":1}"));
    batch.add(item(4, "{}"));
    assertThat(new String(batch.body(), UTF_8)).isEqualTo("{\"events\":[{\"a\":1},{}]}");
    assertThat(batch.lastLine()).isEqualTo(4);
  }

  @Test
  void holdsAsManyEventsAsTheEdgeTakes() {
    for (int i = 0; i < EventLimits.BATCH_EVENTS; i++) {
      assertThat(batch.fits(item(i, "{}"))).isTrue();
      batch.add(item(i, "{}"));
    }
    assertThat(batch.fits(item(0, "{}"))).isFalse();
  }

  @Test
  void staysBelowTheLargestBody() {
    var large = item(1, "x".repeat(EventLimits.EVENT_BYTES));
    while (batch.fits(large)) {
      batch.add(large);
    }
    assertThat(batch.body()).hasSizeLessThan(EventLimits.BODY_BYTES);
    assertThat(batch.body()).hasSizeGreaterThan(EventLimits.BODY_BYTES - 2 * large.json().length);
  }

  private static Batch.Item item(long line, String json) {
    return new Batch.Item(line, json.getBytes(UTF_8));
  }
}

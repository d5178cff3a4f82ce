package io.tinyanalytics.ingest.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tinyanalytics.event.EventJson;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

final class EventRecordTest {

  @Test
  void carriesTheEventAndItsHeaders() {
    MessageKeys keys = new MessageKeys("pepper");

    ProducerRecord<byte[], byte[]> message =
        EventRecord.of(TestEvents.OF_VISITOR, "events.raw", keys);

    assertThat(message.topic()).isEqualTo("events.raw");
    assertThat(message.partition()).as("left to the key").isNull();
    assertThat(message.timestamp()).as("left to the broker").isNull();
    assertThat(message.key()).isEqualTo(keys.of(TestEvents.OF_VISITOR.event()));
    assertThat(message.value()).isEqualTo(EventJson.write(TestEvents.OF_VISITOR.event()));
    assertThat(headers(message))
        .isEqualTo(
            Map.of(
                "event_id", "order:1",
                "site_id", "site-1",
                "content", "0011223344556677",
                "schema", "1"));
  }

  private static Map<String, String> headers(ProducerRecord<?, ?> message) {
    return StreamSupport.stream(message.headers().spliterator(), false)
        .collect(Collectors.toMap(it -> it.key(), it -> new String(it.value(), UTF_8)));
  }
}

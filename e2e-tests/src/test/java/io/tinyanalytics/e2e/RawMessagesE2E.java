package io.tinyanalytics.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tinyanalytics.e2e.stack.Stack;
import io.tinyanalytics.event.EventHeaders;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What somebody writes into the topic past the edge: each message ends as a row, nothing stops. */
@ExtendWith(RunningStack.class)
final class RawMessagesE2E {

  private static final String EVENT =
      """
      {"event_id":"%s","site_id":"raw","event_name":"pageview","ts":1700000000000,"received_at":1700000000000}""";

  @Test
  void discardsWhatIsNoEventAndStoresTheRealOneUnderTheSameId(Stack stack) throws Exception {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", stack.brokers(), "acks", "all", "max.request.size", 2_000_000);
    try (KafkaProducer<byte[], byte[]> kafka =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      kafka.send(message(null, new byte[] {0, (byte) 0xff, 1, 2})).get();
      kafka.send(message(null, new byte[0])).get();
      kafka.send(message(null, null)).get();
      kafka.send(message(null, EVENT.formatted("no-headers").getBytes(UTF_8))).get();
      kafka.send(message("garbage", new byte[] {'{', 1})).get();
      kafka.send(message("liar", EVENT.formatted("another-id").getBytes(UTF_8))).get();
      kafka.send(message("large", new byte[900 * 1024])).get();
      kafka.send(message("garbage", EVENT.formatted("garbage").getBytes(UTF_8))).get();
    }

    await()
        .atMost(Stack.PATIENCE)
        .untilAsserted(
            () ->
                assertThat(stack.sql("SELECT event_id FROM analytics.events WHERE site_id = 'raw'"))
                    .containsExactly("garbage"));
    assertThat(
            stack.sql(
                "SELECT reason, event_id FROM analytics.discards WHERE site_id = 'raw' ORDER BY event_id"))
        .isEqualTo(List.of("malformed\tgarbage", "malformed\tlarge", "malformed\tliar"));
    assertThat(
            stack.sql(
                "SELECT length(original) FROM analytics.discards WHERE event_id = '' AND site_id = '' ORDER BY 1"))
        .containsSubsequence("0", "0", "4");
    Audit.isClean(stack);
  }

  private static ProducerRecord<byte[], byte[]> message(
      @Nullable String eventId, byte @Nullable [] value) {
    ProducerRecord<byte[], byte[]> message = new ProducerRecord<>("events.raw", null, value);
    if (eventId != null) {
      message.headers().add(EventHeaders.SITE_ID, "raw".getBytes(UTF_8));
      message.headers().add(EventHeaders.EVENT_ID, eventId.getBytes(UTF_8));
      message.headers().add(EventHeaders.CONTENT, "0123456789abcdef".getBytes(UTF_8));
      message.headers().add(EventHeaders.SCHEMA, EventHeaders.SCHEMA_VERSION.getBytes(UTF_8));
    }
    return message;
  }
}

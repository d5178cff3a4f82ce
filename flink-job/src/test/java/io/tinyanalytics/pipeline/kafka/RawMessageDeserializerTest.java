package io.tinyanalytics.pipeline.kafka;

import static io.tinyanalytics.event.EventHeaders.CONTENT;
import static io.tinyanalytics.event.EventHeaders.EVENT_ID;
import static io.tinyanalytics.event.EventHeaders.SCHEMA;
import static io.tinyanalytics.event.EventHeaders.SITE_ID;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tinyanalytics.pipeline.stream.Coordinates;
import io.tinyanalytics.pipeline.stream.EventKey;
import io.tinyanalytics.pipeline.stream.MessageHeaders;
import io.tinyanalytics.pipeline.stream.RawMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RawMessageDeserializerTest {

  private static final byte[] VALUE = {'{', '}'};
  private static final Map<String, String> HEADERS =
      Map.of(SCHEMA, "1", SITE_ID, "site-1", EVENT_ID, "e-1", CONTENT, "f1f2f3f4f5f6f7f8");

  @Test
  void takesHeadersKeyAndBytes() {
    RawMessage message = deserialize(42, HEADERS, VALUE);

    assertThat(message.at()).isEqualTo(new Coordinates(3, 42, 1_000));
    assertThat(message.headers())
        .isEqualTo(new MessageHeaders("site-1", "e-1", 0xf1f2f3f4f5f6f7f8L));
    assertThat(message.key()).isEqualTo(EventKey.of("site-1", "e-1"));
    assertThat(message.value()).isEqualTo(VALUE);
  }

  @Test
  void takesAMessageWithoutValueAsEmpty() {
    assertThat(deserialize(42, HEADERS, null).value()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {SCHEMA, SITE_ID, EVENT_ID, CONTENT})
  void knowsNoHeadersWhereOneIsMissingOrNull(String name) {
    Map<String, String> without = new HashMap<>(HEADERS);
    without.remove(name);
    assertThat(deserialize(42, without, VALUE).headers()).isNull();

    without.put(name, null);
    assertThat(deserialize(42, without, VALUE).headers()).isNull();
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of(SCHEMA, "2"),
        Arguments.of(SCHEMA, ""),
        Arguments.of(SITE_ID, ""),
        Arguments.of(SITE_ID, "s".repeat(257)),
        Arguments.of(EVENT_ID, ""),
        Arguments.of(EVENT_ID, "a b"),
        Arguments.of(EVENT_ID, "ü"),
        Arguments.of(EVENT_ID, "e".repeat(129)),
        Arguments.of(CONTENT, ""),
        Arguments.of(CONTENT, "f1f2f3f4f5f6f7f"),
        Arguments.of(CONTENT, "f1f2f3f4f5f6f7f80"),
        Arguments.of(CONTENT, "f1f2f3f4f5f6f7fg"),
        Arguments.of(CONTENT, "+1f2f3f4f5f6f7f8"),
        Arguments.of(CONTENT, "-1f2f3f4f5f6f7f8"),
        Arguments.of(CONTENT, "１1f2f3f4f5f6f7f8"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void knowsNoHeadersWhereOneIsWrong(String name, String value) {
    Map<String, String> headers = new HashMap<>(HEADERS);
    headers.put(name, value);

    assertThat(deserialize(42, headers, VALUE).headers()).isNull();
  }

  @Test
  void countsTheLastOfTwoHeadersOfOneName() {
    ConsumerRecord<byte[], byte[]> twice = record(42, HEADERS, VALUE);
    twice.headers().add(EVENT_ID, "e-2".getBytes(UTF_8));

    assertThat(deserialize(twice).headers())
        .isEqualTo(new MessageHeaders("site-1", "e-2", 0xf1f2f3f4f5f6f7f8L));
  }

  @Test
  void spreadsMessagesWithoutHeadersOverTheKeyGroups() {
    long keyGroups =
        LongStream.range(0, 1_000)
            .mapToObj(offset -> deserialize(offset, Map.of(), VALUE).key().high())
            .map(key -> KeyGroupRangeAssignment.assignToKeyGroup(key, 128))
            .distinct()
            .count();

    assertThat(keyGroups).isGreaterThan(120);
  }

  private static RawMessage deserialize(
      long offset, Map<String, String> headers, byte @Nullable [] value) {
    return deserialize(record(offset, headers, value));
  }

  private static RawMessage deserialize(ConsumerRecord<byte[], byte[]> record) {
    List<RawMessage> messages = new ArrayList<>();
    new RawMessageDeserializer().deserialize(record, new ListCollector<>(messages));
    assertThat(messages).hasSize(1);
    return messages.get(0);
  }

  private static ConsumerRecord<byte[], byte[]> record(
      long offset, Map<String, String> headers, byte @Nullable [] value) {
    RecordHeaders recordHeaders = new RecordHeaders();
    headers.forEach(
        (name, text) -> recordHeaders.add(name, text == null ? null : text.getBytes(UTF_8)));
    return new ConsumerRecord<>(
        "events.raw",
        3,
        offset,
        1_000,
        TimestampType.LOG_APPEND_TIME,
        0,
        0,
        new byte[0],
        value,
        recordHeaders,
        Optional.empty());
  }
}

package io.tinyanalytics.pipeline.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tinyanalytics.event.EventHeaders;
import io.tinyanalytics.event.EventLimits;
import io.tinyanalytics.pipeline.stream.Coordinates;
import io.tinyanalytics.pipeline.stream.EventKey;
import io.tinyanalytics.pipeline.stream.MessageHeaders;
import io.tinyanalytics.pipeline.stream.RawMessage;
import io.tinyanalytics.pipeline.stream.ShuffledType;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import net.jpountz.xxhash.XXHash64;
import net.jpountz.xxhash.XXHashFactory;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Accepts every message: whatever its bytes are, it neither throws nor drops the message. */
final class RawMessageDeserializer implements KafkaRecordDeserializationSchema<RawMessage> {

  private static final long serialVersionUID = 1L;
  private static final byte[] NO_VALUE = {};
  private static final XXHash64 HASH = XXHashFactory.fastestJavaInstance().hash64();
  private static final int CONTENT_DIGITS = 16;

  /** Odd and large, so that neighbouring offsets get different key groups. */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> message, Collector<RawMessage> out) {
    Coordinates at = new Coordinates(message.partition(), message.offset(), message.timestamp());
    MessageHeaders headers = headers(message);
    byte[] value = message.value() == null ? NO_VALUE : message.value();
    EventKey key = key(at, headers);
    out.collect(new RawMessage(at, headers, key, messageKey(message.key(), key), value));
  }

  @Override
  public TypeInformation<RawMessage> getProducedType() {
    return ShuffledType.RAW_MESSAGE;
  }

  private static EventKey key(Coordinates at, @Nullable MessageHeaders headers) {
    return headers == null
        ? new EventKey(at.offset() * SPREAD, at.partition())
        : EventKey.of(headers.siteId(), headers.eventId());
  }

  /**
   * The edge writes keys of eight bytes. Any other key only has to give the same number each time.
   */
  private static long messageKey(byte @Nullable [] key, EventKey event) {
    if (key == null || key.length == 0) {
      return event.high();
    }
    return key.length == Long.BYTES
        ? ByteBuffer.wrap(key).getLong()
        : HASH.hash(key, 0, key.length, 0);
  }

  private static @Nullable MessageHeaders headers(ConsumerRecord<byte[], byte[]> message) {
    String schema = null;
    String siteId = null;
    String eventId = null;
    String content = null;
    for (Header header : message.headers()) { // if a name occurs twice, the later header counts
      switch (header.key()) {
        case EventHeaders.SCHEMA -> schema = text(header);
        case EventHeaders.SITE_ID -> siteId = text(header);
        case EventHeaders.EVENT_ID -> eventId = text(header);
        case EventHeaders.CONTENT -> content = text(header);
        default -> {} // not one of ours
      }
    }
    if (!EventHeaders.SCHEMA_VERSION.equals(schema)
        || siteId == null
        || siteId.isEmpty()
        || siteId.length() > EventLimits.NAME_LENGTH
        || eventId == null
        || !EventLimits.isEventId(eventId)
        || content == null
        || content.length() != CONTENT_DIGITS) {
      return null;
    }
    try {
      return new MessageHeaders(siteId, eventId, HexFormat.fromHexDigitsToLong(content));
    } catch (NumberFormatException e) {
      return null; // not hexadecimal digits
    }
  }

  private static @Nullable String text(Header header) {
    return header.value() == null ? null : new String(header.value(), UTF_8);
  }
}

package io.tinyanalytics.e2e.visits;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tinyanalytics.e2e.stack.RawTopic;
import io.tinyanalytics.event.EventHeaders;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * A message as the edge would write it.
 *
 * @param arrival when it reaches Kafka, in the generator's own time; messages are sent in this
 *     order
 * @param key 8 bytes
 * @param content 16 hexadecimal digits
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record GeneratedMessage(
    long arrival, byte[] key, String siteId, String eventId, String content, byte[] value) {

  ProducerRecord<byte[], byte[]> toRecord() {
    List<Header> headers =
        List.of(
            header(EventHeaders.EVENT_ID, eventId),
            header(EventHeaders.SITE_ID, siteId),
            header(EventHeaders.CONTENT, content),
            header(EventHeaders.SCHEMA, EventHeaders.SCHEMA_VERSION));
    return new ProducerRecord<>(RawTopic.NAME, null, key, value, headers);
  }

  /** The same message at another time. */
  GeneratedMessage at(long otherArrival) {
    return new GeneratedMessage(otherArrival, key, siteId, eventId, content, value);
  }

  /** A message with the same headers and another content. */
  GeneratedMessage with(long otherArrival, String otherContent, byte[] otherValue) {
    return new GeneratedMessage(otherArrival, key, siteId, eventId, otherContent, otherValue);
  }

  private static Header header(String name, String value) {
    return new RecordHeader(name, value.getBytes(UTF_8));
  }
}

package io.tinyanalytics.ingest.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tinyanalytics.event.EventHeaders;
import io.tinyanalytics.event.EventJson;
import io.tinyanalytics.event.RawEvent;
import io.tinyanalytics.ingest.publish.OutgoingEvent;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/** Writes an event as a record of the topic. */
final class EventRecord {

  private EventRecord() {}

  static ProducerRecord<byte[], byte[]> of(OutgoingEvent outgoing, String topic, MessageKeys keys) {
    RawEvent event = outgoing.event();
    List<Header> headers =
        List.of(
            header(EventHeaders.EVENT_ID, event.eventId()),
            header(EventHeaders.SITE_ID, event.event().siteId()),
            header(EventHeaders.CONTENT, outgoing.content()),
            header(EventHeaders.SCHEMA, EventHeaders.SCHEMA_VERSION));
    return new ProducerRecord<>(topic, null, keys.of(event), EventJson.write(event), headers);
  }

  private static Header header(String name, String value) {
    return new RecordHeader(name, value.getBytes(UTF_8));
  }
}

package io.tinyanalytics.e2e.fault;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tinyanalytics.e2e.stack.Stack;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Writes invalid messages directly to the topic, each exactly once, also during other faults. */
public record GarbageMessages(Stack stack) implements Fault {

  /** The number of messages. */
  public static final int COUNT = 50;

  private static final String TOPIC = "events.raw";
  private static final int LARGE = 900 * 1024;
  private static final int LARGEST_REQUEST = 2_000_000;

  @Override
  public void begin() throws IOException, InterruptedException {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            stack.brokers(),
            "acks",
            "all",
            "max.block.ms",
            90_000,
            "max.request.size",
            LARGEST_REQUEST);
    try (var kafka =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      List<Future<RecordMetadata>> sent = new ArrayList<>();
      List<ProducerRecord<byte[], byte[]>> messages = messages();
      for (int i = 0; i < COUNT; i++) {
        sent.add(kafka.send(messages.get(i % messages.size())));
      }
      for (Future<RecordMetadata> message : sent) {
        message.get();
      }
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    }
  }

  private static List<ProducerRecord<byte[], byte[]>> messages() {
    byte[] binary = {0, (byte) 0xff, (byte) 0xfe, 13, 10, 0};
    byte[] json = "{\"site_id\":\"nobody\",\"event_name\":\"pageview\"}".getBytes(UTF_8);
    return List.of(
        message(null),
        message(new byte[0]),
        message(binary),
        message(json),
        message(new byte[LARGE]),
        with(message(json), "schema", "no such version".getBytes(UTF_8)),
        with(message(json), "event_id", binary),
        with(with(message(binary), "event_id", "garbage".getBytes(UTF_8)), "site_id", binary),
        with(with(message(null), "event_id", new byte[0]), "site_id", new byte[0]),
        with(message(json), "content", new byte[LARGE / 100]));
  }

  private static ProducerRecord<byte[], byte[]> message(byte @Nullable [] value) {
    return new ProducerRecord<>(TOPIC, null, value);
  }

  private static ProducerRecord<byte[], byte[]> with(
      ProducerRecord<byte[], byte[]> message, String header, byte[] value) {
    message.headers().add(header, value);
    return message;
  }
}

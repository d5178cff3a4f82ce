package io.tinyanalytics.stack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaServerIT {
  private static final TopicPartition KEPT = new TopicPartition("kept", 0);

  private final int port = FreePorts.next();

  @TempDir Path folder;

  @Test
  void keepsAcknowledgedRecordsThroughSigkill() throws Exception {
    try (var server = KafkaServer.start(folder, port)) {
      create(server.bootstrapServers());
      send(server.bootstrapServers(), "survives");
      server.kill();
    }
    try (var server = KafkaServer.start(folder, port)) {
      assertThat(values(server.bootstrapServers())).containsExactly("survives");
    }
  }

  @Test
  void isHealthyWhateverPortItAdvertises() throws Exception {
    var part = new KafkaPart(Folders.under(folder), port, FreePorts.next(), FreePorts.next());

    assertThat(part.healthy()).isFalse();
    var running = RunningPart.start(part);
    try {
      running.awaitHealthy(Duration.ofSeconds(60));
    } finally {
      running.process().kill();
    }
  }

  private static void create(String brokers) throws Exception {
    try (var admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
      admin.createTopics(List.of(new NewTopic(KEPT.topic(), 1, (short) 1))).all().get();
    }
  }

  private static void send(String brokers, String value) throws Exception {
    Map<String, Object> settings = Map.of("bootstrap.servers", brokers, "acks", "all");
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>(KEPT.topic(), value)).get();
    }
  }

  private static List<String> values(String brokers) {
    Map<String, Object> settings = Map.of("bootstrap.servers", brokers);
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      consumer.assign(List.of(KEPT));
      consumer.seekToBeginning(List.of(KEPT));
      return consumer.poll(Duration.ofSeconds(20)).records(KEPT).stream()
          .map(record -> record.value())
          .toList();
    }
  }
}

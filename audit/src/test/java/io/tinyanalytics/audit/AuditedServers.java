package io.tinyanalytics.audit;

import io.tinyanalytics.stack.process.ClickHouseServer;
import io.tinyanalytics.stack.process.ClickHouseUser;
import io.tinyanalytics.stack.process.FreePorts;
import io.tinyanalytics.stack.process.KafkaServer;
import io.tinyanalytics.stack.process.RepositoryRoot;
import io.tinyanalytics.stack.schema.ClickHouseHttp;
import io.tinyanalytics.stack.schema.SchemaMigration;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A Kafka, and a ClickHouse with the schema, that a test fills by hand. */
final class AuditedServers implements AutoCloseable {
  private final KafkaServer kafka;
  private final ClickHouseServer server;
  private final ClickHouseHttp clickHouse;

  AuditedServers(Path folder) throws IOException {
    kafka = KafkaServer.start(folder.resolve("kafka"), FreePorts.next());
    server =
        ClickHouseServer.start(folder.resolve("clickhouse"), FreePorts.next(), FreePorts.next());
    SchemaMigration.apply(
        server.httpUrl(), RepositoryRoot.find().resolve("deployments/clickhouse/schema"));
    clickHouse = new ClickHouseHttp(server.httpUrl(), ClickHouseUser.DEFAULT);
  }

  @Override
  public void close() {
    kafka.close();
    server.close();
  }

  /** The variables that lead a command here. */
  Map<String, String> environment(String topic) {
    return Map.of(
        "KAFKA_BROKERS", kafka.bootstrapServers(),
        "KAFKA_TOPIC_RAW", topic,
        "CLICKHOUSE_DSN", server.jdbcUrl());
  }

  /** Empties the tables, and makes a topic of two partitions with so many messages each. */
  void begin(String topic, int messages) throws Exception {
    clickHouse.execute("TRUNCATE TABLE analytics.events");
    clickHouse.execute("TRUNCATE TABLE analytics.discards");
    try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      admin.createTopics(List.of(new NewTopic(topic, 2, (short) 1))).all().get();
    }
    send(topic, 0, messages);
    send(topic, 1, messages);
  }

  /** Two partitions of 100 messages: events only, and discards behind 70 events. */
  void storeAll() throws IOException {
    events(0, 0, 100);
    events(1, 0, 70);
    discards(1, 70, 90, "duplicate");
    discards(1, 90, 100, "malformed");
  }

  void events(int partition, long begin, long end) throws IOException {
    clickHouse.execute(
        "INSERT INTO analytics.events (site_id, _appended_at, _kafka_partition, _kafka_offset)"
            + " SELECT 'site-1', now64(3), %d, %d + number FROM numbers(%d)"
                .formatted(partition, begin, end - begin));
  }

  void discards(int partition, long begin, long end, String reason) throws IOException {
    clickHouse.execute(
        "INSERT INTO analytics.discards (reason, _appended_at, _kafka_partition, _kafka_offset)"
            + " SELECT '%s', now64(3), %d, %d + number FROM numbers(%d)"
                .formatted(reason, partition, begin, end - begin));
  }

  /** Deletes events. */
  void delete(String condition) throws IOException {
    clickHouse.execute(
        "ALTER TABLE analytics.events DELETE WHERE " + condition + " SETTINGS mutations_sync = 1");
  }

  void send(String topic, int partition, int count) throws Exception {
    Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrapServers());
    var bytes = new ByteArraySerializer();
    try (var producer = new KafkaProducer<byte[], byte[]>(settings, bytes, bytes)) {
      List<Future<?>> sent = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        sent.add(producer.send(new ProducerRecord<>(topic, partition, null, new byte[1])));
      }
      for (var acknowledged : sent) {
        acknowledged.get();
      }
    }
  }

  void deleteFromKafka(String topic, int partition, long before) throws Exception {
    try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      var records =
          Map.of(new TopicPartition(topic, partition), RecordsToDelete.beforeOffset(before));
      admin.deleteRecords(records).all().get();
    }
  }
}

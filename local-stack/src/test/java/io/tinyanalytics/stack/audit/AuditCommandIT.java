package io.tinyanalytics.stack.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tinyanalytics.stack.process.ClickHouseServer;
import io.tinyanalytics.stack.process.ClickHouseUser;
import io.tinyanalytics.stack.process.FreePorts;
import io.tinyanalytics.stack.process.KafkaServer;
import io.tinyanalytics.stack.process.RepositoryRoot;
import io.tinyanalytics.stack.schema.ClickHouseHttp;
import io.tinyanalytics.stack.schema.SchemaMigration;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** Each test has a topic of its own with two partitions of 100 messages, and empty tables. */
final class AuditCommandIT {
  private static final int MESSAGES = 100;

  @TempDir private static Path folder;
  private static KafkaServer kafka;
  private static ClickHouseServer clickHouseServer;
  private static ClickHouseHttp clickHouse;

  private final ByteArrayOutputStream report = new ByteArrayOutputStream();
  private final ByteArrayOutputStream messages = new ByteArrayOutputStream();
  private String topic = "";

  @BeforeAll
  static void start() throws IOException {
    kafka = KafkaServer.start(folder.resolve("kafka"), FreePorts.next());
    clickHouseServer =
        ClickHouseServer.start(folder.resolve("clickhouse"), FreePorts.next(), FreePorts.next());
    SchemaMigration.apply(
        clickHouseServer.httpUrl(), RepositoryRoot.find().resolve("deployments/clickhouse/schema"));
    clickHouse = new ClickHouseHttp(clickHouseServer.httpUrl(), ClickHouseUser.DEFAULT);
  }

  @AfterAll
  static void stop() {
    kafka.close();
    clickHouseServer.close();
  }

  @BeforeEach
  void fill(TestInfo test) throws Exception {
    topic = test.getTestMethod().orElseThrow().getName();
    clickHouse.execute("TRUNCATE TABLE analytics.events");
    clickHouse.execute("TRUNCATE TABLE analytics.discards");
    try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      admin.createTopics(List.of(new NewTopic(topic, 2, (short) 1))).all().get();
    }
    send(0, MESSAGES);
    send(1, MESSAGES);
  }

  @Test
  void isCleanWhenEachMessageStandsInOneRow() throws Exception {
    storeAll();
    assertThat(audit()).isZero();
    assertThat(lines())
        .anyMatch(line -> line.matches(" +0 +0 +100 +100 +0 +0 +0 +0 +0 +0 +0"))
        .anyMatch(line -> line.matches(" +1 +0 +100 +70 +20 +0 +10 +0 +0 +0 +0"))
        .anyMatch(line -> line.matches(" +total +200 +170 +20 +0 +10 +0 +0 +0 +0"))
        .endsWith("Clean: nothing is missing and nothing stands twice.");
  }

  @Test
  void namesPartitionAndOffsetOfADeletedEvent() throws Exception {
    storeAll();
    delete("_kafka_partition = 1 AND _kafka_offset = 42");
    assertThat(audit()).isEqualTo(1);
    assertThat(lines())
        .contains("missing: partition 1, offset 42")
        .endsWith("Not clean: 1 missing, 0 double.");
  }

  @Test
  void namesTheFirstAndTheLastOffsetWhenTheyAreDeleted() throws Exception {
    storeAll();
    delete("_kafka_partition = 0 AND _kafka_offset IN (0, 99)");
    assertThat(audit()).isEqualTo(1);
    assertThat(lines())
        .contains("missing: partition 0, offset 0", "missing: partition 0, offset 99");
  }

  @Test
  void namesPartitionAndOffsetOfARowThatStandsTwice() throws Exception {
    storeAll();
    events(0, 17, 18);
    assertThat(audit()).isEqualTo(1);
    assertThat(lines())
        .contains("double: partition 0, offset 17 stands in 2 rows")
        .endsWith("Not clean: 0 missing, 1 double.");
  }

  @Test
  void findsAnEventThatIsADiscardToo() throws Exception {
    storeAll();
    discards(1, 5, 6, "duplicate");
    assertThat(audit()).isEqualTo(1);
    assertThat(lines()).contains("double: partition 1, offset 5 stands in 2 rows");
  }

  @Test
  void countsWhatIsInFlightApart() throws Exception {
    events(0, 0, 100);
    events(1, 0, 60);
    assertThat(audit("--wait", "0")).isZero();
    assertThat(lines())
        .anyMatch(line -> line.matches(" +1 +0 +100 +60 +0 +0 +0 +0 +40 +0 +0"))
        .endsWith(
            "Clean: nothing is missing and nothing stands twice."
                + " 40 messages are in flight: audit again to judge them.");
  }

  @Test
  void doesNotJudgeMessagesThatCameAfterItsStart() throws Exception {
    storeAll();
    events(0, 100, 200);
    events(0, 150, 160);
    assertThat(audit()).isZero();
  }

  @Test
  void provesMessagesThatKafkaNoLongerHolds() throws Exception {
    storeAll();
    deleteFromKafka(0, 50);
    assertThat(audit()).isZero();
    delete("_kafka_partition = 0 AND _kafka_offset = 20");
    assertThat(audit()).isEqualTo(1);
    assertThat(lines()).contains("missing: partition 0, offset 20");
  }

  @Test
  void printsJson() throws Exception {
    storeAll();
    assertThat(audit("--json")).isZero();
    assertThat(report.toString(UTF_8))
        .startsWith("{\"clean\":true,\"messages\":200,\"events\":170,")
        .contains("\"discards\":{\"duplicate\":20,\"malformed\":10}");
  }

  @Test
  void readsBothTablesInTheOrderOfTheirOffsets() throws Exception {
    storeAll();
    var statement =
        new String(
            AuditCommandIT.class.getResourceAsStream("stored-rows.sql").readAllBytes(), UTF_8);
    assertThat(
            clickHouse.execute(
                "EXPLAIN projections = 1 " + statement, Map.of("partition", 0, "end", 10)))
        .contains("Name: offsets");
  }

  @Test
  void saysInOneSentenceWhatDoesNotAnswer() {
    assertThat(audit(Map.of("KAFKA_TOPIC_RAW", "absent"))).isEqualTo(2);
    assertThat(messages.toString(UTF_8)).contains("has no topic absent: set KAFKA_TOPIC_RAW.");
    messages.reset();

    var nobody = "127.0.0.1:" + FreePorts.next();
    assertThat(audit(Map.of("CLICKHOUSE_DSN", "jdbc:clickhouse://" + nobody + "/analytics")))
        .isEqualTo(2);
    assertThat(messages.toString(UTF_8).lines())
        .containsExactly(
            "ClickHouse at http://"
                + nobody
                + " does not answer: start it, or set CLICKHOUSE_DSN.");
    messages.reset();

    assertThat(audit(Map.of("KAFKA_BROKERS", nobody))).isEqualTo(2);
    assertThat(messages.toString(UTF_8).lines())
        .containsExactly(
            "Kafka at " + nobody + " does not answer: start it, or set KAFKA_BROKERS.");
  }

  /** Partition 0: events only; partition 1: discards at the end. */
  private static void storeAll() throws IOException {
    events(0, 0, 100);
    events(1, 0, 70);
    discards(1, 70, 90, "duplicate");
    discards(1, 90, 100, "malformed");
  }

  private static void events(int partition, long begin, long end) throws IOException {
    clickHouse.execute(
        "INSERT INTO analytics.events (site_id, _appended_at, _kafka_partition, _kafka_offset)"
            + " SELECT 'site-1', now64(3), %d, %d + number FROM numbers(%d)"
                .formatted(partition, begin, end - begin));
  }

  private static void discards(int partition, long begin, long end, String reason)
      throws IOException {
    clickHouse.execute(
        "INSERT INTO analytics.discards (reason, _appended_at, _kafka_partition, _kafka_offset)"
            + " SELECT '%s', now64(3), %d, %d + number FROM numbers(%d)"
                .formatted(reason, partition, begin, end - begin));
  }

  private static void delete(String condition) throws IOException {
    clickHouse.execute(
        "ALTER TABLE analytics.events DELETE WHERE " + condition + " SETTINGS mutations_sync = 1");
  }

  private void send(int partition, int count) throws Exception {
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

  private void deleteFromKafka(int partition, long before) throws Exception {
    try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      var records =
          Map.of(new TopicPartition(topic, partition), RecordsToDelete.beforeOffset(before));
      admin.deleteRecords(records).all().get();
    }
  }

  private int audit(String... arguments) {
    return audit(Map.of(), arguments);
  }

  private int audit(Map<String, String> more, String... arguments) {
    List<String> all = new ArrayList<>(List.of("--wait", "1"));
    all.addAll(List.of(arguments));
    var environment =
        new HashMap<>(
            Map.of(
                "KAFKA_BROKERS", kafka.bootstrapServers(),
                "KAFKA_TOPIC_RAW", topic,
                "CLICKHOUSE_DSN", clickHouseServer.jdbcUrl()));
    environment.putAll(more);
    report.reset();
    var command =
        new AuditCommand(
            new PrintStream(report, true, UTF_8), new PrintStream(messages, true, UTF_8));
    return command.run(all.toArray(String[]::new), environment, folder);
  }

  private List<String> lines() {
    return report.toString(UTF_8).lines().toList();
  }
}

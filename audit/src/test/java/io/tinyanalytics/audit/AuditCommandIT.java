package io.tinyanalytics.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tinyanalytics.stack.process.FreePorts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private static AuditedServers servers;

  private final ByteArrayOutputStream report = new ByteArrayOutputStream();
  private final ByteArrayOutputStream messages = new ByteArrayOutputStream();
  private String topic = "";

  @BeforeAll
  static void start() throws IOException {
    servers = new AuditedServers(folder);
  }

  @AfterAll
  static void stop() {
    servers.close();
  }

  @BeforeEach
  void fill(TestInfo test) throws Exception {
    topic = test.getTestMethod().orElseThrow().getName();
    servers.begin(topic, MESSAGES);
  }

  @Test
  void isCleanWhenEachMessageStandsInOneRow() throws Exception {
    servers.storeAll();
    assertThat(audit()).isZero();
    assertThat(lines())
        .anyMatch(line -> line.matches(" +0 +0 +100 +100 +0 +0 +0 +0 +0 +0 +0"))
        .anyMatch(line -> line.matches(" +1 +0 +100 +70 +20 +0 +10 +0 +0 +0 +0"))
        .anyMatch(line -> line.matches(" +total +200 +170 +20 +0 +10 +0 +0 +0 +0"))
        .endsWith("Clean: nothing is missing and nothing stands twice.");
  }

  @Test
  void namesPartitionAndOffsetOfADeletedEvent() throws Exception {
    servers.storeAll();
    servers.delete("_kafka_partition = 1 AND _kafka_offset = 42");
    assertThat(audit()).isEqualTo(1);
    assertThat(lines())
        .contains("missing: partition 1, offset 42")
        .endsWith("Not clean: 1 missing, 0 double.");
  }

  @Test
  void namesTheFirstAndTheLastOffsetWhenTheyAreDeleted() throws Exception {
    servers.storeAll();
    servers.delete("_kafka_partition = 0 AND _kafka_offset IN (0, 99)");
    assertThat(audit()).isEqualTo(1);
    assertThat(lines())
        .contains("missing: partition 0, offset 0", "missing: partition 0, offset 99");
  }

  @Test
  void namesPartitionAndOffsetOfARowThatStandsTwice() throws Exception {
    servers.storeAll();
    servers.events(0, 17, 18);
    assertThat(audit()).isEqualTo(1);
    assertThat(lines())
        .contains("double: partition 0, offset 17 stands in 2 rows")
        .endsWith("Not clean: 0 missing, 1 double.");
  }

  @Test
  void findsAnEventThatIsADiscardToo() throws Exception {
    servers.storeAll();
    servers.discards(1, 5, 6, "duplicate");
    assertThat(audit()).isEqualTo(1);
    assertThat(lines()).contains("double: partition 1, offset 5 stands in 2 rows");
  }

  @Test
  void countsWhatIsInFlightApart() throws Exception {
    servers.events(0, 0, 100);
    servers.events(1, 0, 60);
    assertThat(audit("--wait", "0")).isZero();
    assertThat(lines())
        .anyMatch(line -> line.matches(" +1 +0 +100 +60 +0 +0 +0 +0 +40 +0 +0"))
        .endsWith(
            "Clean: nothing is missing and nothing stands twice."
                + " 40 messages are in flight: audit again to judge them.");
  }

  @Test
  void doesNotJudgeMessagesThatCameAfterItsStart() throws Exception {
    servers.storeAll();
    servers.events(0, 100, 200);
    servers.events(0, 150, 160);
    assertThat(audit()).isZero();
  }

  @Test
  void provesMessagesThatKafkaNoLongerHolds() throws Exception {
    servers.storeAll();
    servers.deleteFromKafka(topic, 0, 50);
    assertThat(audit()).isZero();
    servers.delete("_kafka_partition = 0 AND _kafka_offset = 20");
    assertThat(audit()).isEqualTo(1);
    assertThat(lines()).contains("missing: partition 0, offset 20");
  }

  @Test
  void countsABucketThatIsFull() throws Exception {
    servers.send(topic, 0, 70_000);
    servers.events(0, 0, 70_000 + MESSAGES);
    servers.events(1, 0, MESSAGES);
    assertThat(audit()).isZero();
    servers.events(0, 65_535, 65_536);
    assertThat(audit()).isEqualTo(1);
    assertThat(lines()).contains("double: partition 0, offset 65535 stands in 2 rows");
  }

  @Test
  void namesTheFieldsThatAreNotAsTheyWereSent() throws Exception {
    servers.storeAll();
    assertThat(audit("--values")).isEqualTo(1);
    assertThat(lines())
        .contains("different: partition 0, offset 0: appended_at, value")
        .contains("values: 200 messages compared with their rows, 200 different.");
  }

  @Test
  void printsJson() throws Exception {
    servers.storeAll();
    assertThat(audit("--json")).isZero();
    assertThat(report.toString(UTF_8))
        .startsWith("{\"clean\":true,\"messages\":200,\"events\":170,")
        .contains("\"discards\":{\"duplicate\":20,\"malformed\":10}");
  }

  @Test
  void readsBothTablesInTheOrderOfTheirOffsets() throws Exception {
    servers.storeAll();
    var clickHouse = new ClickHouse(AuditSettings.from(servers.environment(topic)));
    var explain = "EXPLAIN projections = 1 " + ClickHouse.statement("stored-rows.sql");

    try (var lines = clickHouse.lines(explain, Map.of("partition", 0, "end", 10))) {
      assertThat(lines.lines()).anyMatch(line -> line.contains("Name: offsets"));
    }
  }

  @Test
  void saysInOneSentenceWhatDoesNotAnswer() {
    var nobody = "127.0.0.1:" + FreePorts.next();
    assertThat(complaint("CLICKHOUSE_DSN", "jdbc:clickhouse://" + nobody + "/analytics"))
        .isEqualTo(
            "ClickHouse at http://"
                + nobody
                + " does not answer: start it, or set CLICKHOUSE_DSN.");
    assertThat(complaint("KAFKA_BROKERS", nobody))
        .isEqualTo("Kafka at " + nobody + " does not answer: start it, or set KAFKA_BROKERS.");
    assertThat(complaint("KAFKA_BROKERS", "nowhere"))
        .isEqualTo("Kafka at nowhere does not answer: start it, or set KAFKA_BROKERS.");
    assertThat(complaint("KAFKA_TOPIC_RAW", "absent"))
        .endsWith("has no topic absent: set KAFKA_TOPIC_RAW.");
  }

  private String complaint(String variable, String value) {
    messages.reset();
    assertThat(audit(Map.of(variable, value))).isEqualTo(2);
    return messages.toString(UTF_8).stripTrailing();
  }

  private int audit(String... arguments) {
    return audit(Map.of(), arguments);
  }

  private int audit(Map<String, String> more, String... arguments) {
    List<String> all = new ArrayList<>(List.of("--wait", "1"));
    all.addAll(List.of(arguments));
    var environment = new HashMap<>(servers.environment(topic));
    environment.putAll(more);
    report.reset();
    var command =
        new AuditCommand(
            new PrintStream(report, true, UTF_8), new PrintStream(messages, true, UTF_8));
    return command.run(all.toArray(String[]::new), environment);
  }

  private List<String> lines() {
    return report.toString(UTF_8).lines().toList();
  }
}

package io.tinyanalytics.pipeline;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tinyanalytics.stack.process.FreePorts;
import io.tinyanalytics.stack.process.KafkaServer;
import io.tinyanalytics.stack.topic.RawTopic;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.InjectMiniCluster;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the second line of the topology claims, between a real Kafka and a real ClickHouse, where
 * the test itself stores the rows, in whatever order it likes.
 */
final class FrontierIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long SEED = 7;
  private static final int KAFKA_PORT = FreePorts.next();
  private static final Progress UNKNOWN = new Progress(-1, 0, Instant.EPOCH);

  @RegisterExtension
  static final MiniClusterExtension FLINK =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(1)
              .build());

  @TempDir static Path folder;
  @AutoClose private static TestStore store;
  @AutoClose private static KafkaServer kafka;
  @AutoClose private static Admin admin;
  @AutoClose private static KafkaProducer<byte[], byte[]> producer;
  private static int topics;

  private final List<Acknowledged> acknowledged = new ArrayList<>();
  private final List<Acknowledged> absent = new ArrayList<>();
  private final Map<Integer, Progress> seen = new HashMap<>();
  private String topic;

  @SuppressWarnings("NullAway.Init") // each test submits one
  private JobClient job;

  private record Acknowledged(int partition, long offset, Instant at) {}

  private record Progress(int partition, long frontier, Instant completeAsOf) {}

  @BeforeAll
  static void startServers() throws IOException {
    store = TestStore.start(folder.resolve("clickhouse"));
    kafka = KafkaServer.start(folder.resolve("kafka"), KAFKA_PORT);
    Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrapServers());
    admin = Admin.create(settings);
    producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  @BeforeEach
  void createTopic() throws IOException {
    store.truncate();
    topic = "events.raw." + ++topics;
    RawTopic.create(kafka.bootstrapServers(), topic);
  }

  @AfterEach
  void endJob() throws Exception {
    cancel();
  }

  @Test
  void waitsAtAGapUntilItIsFilled() throws Exception {
    send(0, 10);
    storeOffsets("events", 0, 0, 1, 2, 3, 6, 7, 9);
    storeOffsets("discards", 0, 4, 8);

    job = submit();

    await().atMost(PATIENCE).untilAsserted(() -> assertThat(of(0).frontier()).isEqualTo(5));
    awaitCompleteAsOf(1, Instant.now());
    assertThat(of(0).completeAsOf()).isEqualTo(Instant.EPOCH);

    Instant filled = Instant.now();
    storeOffsets("discards", 0, 5);
    awaitCompleteAsOf(0, filled);
    assertThat(of(0).frontier()).isEqualTo(10);
  }

  @Test
  void keepsUpWhileNothingComes() throws Exception {
    job = submit();

    for (int partition = 0; partition < 4; partition++) {
      awaitCompleteAsOf(partition, Instant.now());
    }
    awaitCompleteAsOf(0, Instant.now());
    assertThat(of(0).frontier()).isZero();
  }

  @Test
  void beginsWhereKafkaBeginsWithAPartitionThatHasExpired() throws Exception {
    send(0, 10);
    admin
        .deleteRecords(Map.of(new TopicPartition(topic, 0), RecordsToDelete.beforeOffset(6)))
        .all()
        .get();
    storeOffsets("events", 0, 6, 7, 8, 9);

    job = submit();

    awaitCompleteAsOf(0, Instant.now());
    assertThat(of(0).frontier()).isEqualTo(10);
  }

  @Test
  void claimsOnlyWhatIsStoredWhateverTheOrderAndThroughRestarts() throws Exception {
    Random random = new Random(SEED);
    for (int start = 0; start < 3; start++) {
      job = submit();
      Instant goal = Instant.now().plusSeconds(2);
      await()
          .atMost(PATIENCE)
          .until(
              () -> {
                send(random.nextInt(3), random.nextInt(20));
                storeSome(random);
                return assertClaimsHold().isAfter(goal);
              });
      cancel();
    }
  }

  @Test
  void tellsOfANewPartitionTogetherWithTheOthers() throws Exception {
    job = submit();
    awaitCompleteAsOf(3, Instant.now());

    admin.createPartitions(Map.of(topic, NewPartitions.increaseTo(8))).all().get();
    send(6, 5);
    Instant sent = Instant.now();
    await().atMost(PATIENCE).until(() -> all().size() == 8);

    awaitCompleteAsOf(0, sent);
    assertThat(of(6).completeAsOf()).isBefore(acknowledged.get(0).at());
    assertThat(of(6).completeAsOf()).isAfter(Instant.EPOCH);
    awaitCompleteAsOf(7, sent);

    storeOffsets("events", 6, 0, 1, 2, 3, 4);
    awaitCompleteAsOf(6, sent);
  }

  @Test
  void holdsNoCheckpointUpWhileKafkaOrClickHouseIsAway(@InjectMiniCluster MiniCluster cluster)
      throws Exception {
    job = submit();
    awaitCompleteAsOf(0, Instant.now());

    store.kill();
    awaitCheckpoints(cluster);
    kafka.kill();
    awaitCheckpoints(cluster);
    store.restart();
    awaitCheckpoints(cluster);
    kafka = KafkaServer.start(folder.resolve("kafka"), KAFKA_PORT);

    awaitCompleteAsOf(0, Instant.now());
    assertThat(restarts(cluster)).isZero();
  }

  private void awaitCheckpoints(MiniCluster cluster) throws Exception {
    long goal = checkpoints(cluster) + 5;
    await().atMost(PATIENCE).until(() -> checkpoints(cluster) >= goal);
  }

  private long checkpoints(MiniCluster cluster) throws Exception {
    return requireNonNull(
            cluster.getExecutionGraph(job.getJobID()).get().getCheckpointStatsSnapshot())
        .getCounts()
        .getNumberOfCompletedCheckpoints();
  }

  private int restarts(MiniCluster cluster) throws Exception {
    return cluster.getExecutionGraph(job.getJobID()).get().getAllVertices().values().stream()
        .flatMap(vertex -> Arrays.stream(vertex.getTaskVertices()))
        .mapToInt(task -> task.getCurrentExecutionAttempt().getAttemptNumber())
        .max()
        .orElseThrow();
  }

  /** Each claim is read before what it claims, and none goes back; returns the least instant. */
  private Instant assertClaimsHold() throws IOException {
    List<Progress> claims = all();
    List<String> stored =
        store.query("SELECT concat(_kafka_partition, ' ', _kafka_offset) FROM analytics.events");
    for (Progress claim : claims) {
      assertThat(stored)
          .containsAll(
              acknowledged.stream()
                  .filter(message -> message.partition() == claim.partition())
                  .filter(message -> message.at().isBefore(claim.completeAsOf()))
                  .map(message -> message.partition() + " " + message.offset())
                  .toList());
      Progress before = seen.getOrDefault(claim.partition(), claim);
      assertThat(claim.frontier()).isGreaterThanOrEqualTo(before.frontier());
      assertThat(claim.completeAsOf()).isAfterOrEqualTo(before.completeAsOf());
      seen.put(claim.partition(), claim);
    }
    return claims.stream()
        .map(Progress::completeAsOf)
        .min(Instant::compareTo)
        .orElse(Instant.EPOCH);
  }

  /** Stores about half of what is not stored yet, so that most partitions have a gap. */
  private void storeSome(Random random) throws IOException {
    List<Acknowledged> now = absent.stream().filter(message -> random.nextBoolean()).toList();
    absent.removeAll(now);
    for (Acknowledged message : now) {
      storeOffsets("events", message.partition(), message.offset());
    }
  }

  private void send(int partition, int messages) throws Exception {
    for (int i = 0; i < messages; i++) {
      long offset =
          producer.send(new ProducerRecord<>(topic, partition, null, new byte[1])).get().offset();
      Acknowledged message = new Acknowledged(partition, offset, Instant.now());
      acknowledged.add(message);
      absent.add(message);
    }
  }

  private static void storeOffsets(String table, int partition, long... offsets)
      throws IOException {
    store.query(
        "INSERT INTO analytics.%s (_kafka_partition, _kafka_offset) SELECT %d, arrayJoin(%s)"
            .formatted(table, partition, Arrays.toString(offsets)));
  }

  private static void awaitCompleteAsOf(int partition, Instant instant) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(of(partition).completeAsOf()).isAfter(instant));
  }

  private static Progress of(int partition) throws IOException {
    return all().stream().filter(p -> p.partition() == partition).findFirst().orElse(UNKNOWN);
  }

  private static List<Progress> all() throws IOException {
    return store
        .query(
            "SELECT partition, frontier, toUnixTimestamp64Milli(complete_as_of) FROM analytics.pipeline_progress FINAL")
        .stream()
        .map(row -> row.split("\t", -1))
        .map(
            row ->
                new Progress(
                    Integer.parseInt(row[0]),
                    Long.parseLong(row[1]),
                    Instant.ofEpochMilli(Long.parseLong(row[2]))))
        .toList();
  }

  private JobClient submit() throws Exception {
    Configuration flink = new Configuration();
    flink.set(PipelineOptions.GENERIC_TYPES, false);
    flink.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(200));
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(flink);
    Map<String, String> environment =
        Map.of(
            "KAFKA_BROKERS", kafka.bootstrapServers(),
            "KAFKA_TOPIC_RAW", topic,
            "CLICKHOUSE_DSN", store.dsn());
    new EventPipeline(PipelineConfig.of(environment)).tellProgress(env);
    return env.executeAsync("progress");
  }

  private void cancel() throws Exception {
    if (!job.getJobStatus().get().isGloballyTerminalState()) {
      job.cancel().get();
      await().atMost(PATIENCE).until(() -> job.getJobStatus().get().isGloballyTerminalState());
    }
  }
}

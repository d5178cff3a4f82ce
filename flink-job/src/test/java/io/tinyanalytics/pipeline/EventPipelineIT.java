package io.tinyanalytics.pipeline;

import static io.tinyanalytics.pipeline.TestMessages.content;
import static io.tinyanalytics.pipeline.TestMessages.pageview;
import static io.tinyanalytics.pipeline.TestMessages.toKafka;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tinyanalytics.event.EventJson;
import io.tinyanalytics.event.RawEvent;
import io.tinyanalytics.stack.process.FreePorts;
import io.tinyanalytics.stack.process.KafkaServer;
import io.tinyanalytics.stack.topic.RawTopic;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.InjectMiniCluster;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The whole topology on Flink's mini-cluster, between a real Kafka and a real ClickHouse. */
final class EventPipelineIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @RegisterExtension
  static final MiniClusterExtension FLINK =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(3)
              .build());

  @TempDir static Path folder;
  @AutoClose private static TestStore store;
  @AutoClose private static KafkaServer kafka;
  @AutoClose private static KafkaProducer<byte[], byte[]> producer;
  private static int topics;

  private String topic;

  @SuppressWarnings("NullAway.Init") // each test submits one
  private JobClient job;

  @BeforeAll
  static void startServers() throws IOException {
    store = TestStore.start(folder.resolve("clickhouse"));
    kafka = KafkaServer.start(folder.resolve("kafka"), FreePorts.next());
    producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                kafka.bootstrapServers(),
                "acks",
                "all",
                // A broker that just became a new topic's leader may refuse one of two requests on
                // their way and take the one behind it, which the producer cannot mend.
                "max.in.flight.requests.per.connection",
                "1"),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  @BeforeEach
  void createTopic() throws IOException {
    store.truncate();
    topic = "events.raw." + ++topics;
    RawTopic.create(kafka.bootstrapServers(), topic);
  }

  @AfterEach
  void endJob() throws Exception {
    if (!job.getJobStatus().get().isGloballyTerminalState()) {
      job.cancel().get();
      await().atMost(PATIENCE).until(() -> job.getJobStatus().get().isGloballyTerminalState());
    }
  }

  @Test
  void storesEachMessageInExactlyOnePlace() throws Exception {
    job = submit(2, null);
    RawEvent first = pageview("e-1", "https://example.com/docs?utm_source=news");
    RawEvent changed = pageview("e-1", "https://example.com/other");
    send(toKafka(topic, first), toKafka(topic, first), toKafka(topic, changed));
    send(toKafka(topic, "site-1", "e-2", content(first), "no json".getBytes(UTF_8)));
    send(toKafka(topic, "site-1", "e-3", content(first), EventJson.write(first)));
    send(new ProducerRecord<>(topic, null, new byte[0]));
    send(new ProducerRecord<>(topic, null, new byte[] {0, (byte) 0xff, '{'}));
    RawEvent second = pageview("e-2", "https://example.com/real");
    send(
        toKafka(
            topic,
            new RawEvent(
                "e-2",
                second.event(),
                second.origin(),
                second.receivedAtMillis(),
                second.day().plusDays(1))));

    awaitRows(8);

    assertThat(
            store.query(
                "SELECT event_id, url, utm_source, source, browser, hex(visitor_id), event_date FROM analytics.events ORDER BY event_id"))
        .containsExactly(
            "e-1\thttps://example.com/docs?utm_source=news\tnews\tnews\tchrome\tF1E2D3C4B5A697\t2026-03-01",
            "e-2\thttps://example.com/real\t\tsearch.example\tchrome\tF1E2D3C4B5A697\t2026-03-02");
    assertThat(
            store.query(
                "SELECT reason, event_id, count() FROM analytics.discards GROUP BY 1, 2 ORDER BY 1, 2"))
        .containsExactly(
            "conflict\te-1\t1",
            "duplicate\te-1\t1",
            "malformed\t\t2",
            "malformed\te-2\t1",
            "malformed\te-3\t1");
  }

  @Test
  void restoresAnOldSavepointAtAnotherParallelismWithoutStoringTwice() throws Exception {
    job = submit(2, null);
    sendPageviews(0, 200);
    awaitRows(200);
    String old = savepoint();
    sendPageviews(100, 500);
    awaitRows(600);
    stop();

    job = submit(3, old);
    sendPageviews(400, 700);
    awaitRows(900);

    assertThat(eventsAndIds()).isEqualTo("700\t700");
    assertThat(store.query("SELECT reason, count() FROM analytics.discards GROUP BY 1"))
        .containsExactly("duplicate\t200");
    assertThat(coordinatesAndDistinct()).isEqualTo("900\t900");
  }

  @Test
  void startsWithoutStateAtTheFirstAbsentOffset() throws Exception {
    job = submit(2, null);
    sendPageviews(0, 300);
    awaitRows(300);
    stop();
    store.query(
        "ALTER TABLE analytics.events DELETE WHERE _kafka_offset % 7 = 3 SETTINGS mutations_sync = 1");

    job = submit(1, null);
    sendPageviews(200, 400);
    awaitRows(500);

    assertThat(eventsAndIds()).isEqualTo("400\t400");
    assertThat(coordinatesAndDistinct()).isEqualTo("500\t500");
  }

  @Test
  void waitsForClickHouseAndLosesNothing() throws Exception {
    job = submit(2, null);
    sendPageviews(0, 50);
    awaitRows(50);

    store.kill();
    sendPageviews(50, 150);
    store.restart();

    awaitRows(150);
    assertThat(eventsAndIds()).isEqualTo("150\t150");
    assertThat(job.getJobStatus().get()).isEqualTo(JobStatus.RUNNING);
  }

  @Test
  void storesOnWhileProgressCannotBeWritten(@InjectMiniCluster MiniCluster cluster)
      throws Exception {
    job = submit(2, null);
    awaitProgress(Instant.now());

    int before = unknownTables();
    store.query("RENAME TABLE analytics.pipeline_progress TO analytics.elsewhere");
    await().atMost(PATIENCE).until(() -> unknownTables() > before);
    sendPageviews(0, 50);
    awaitRows(50);
    store.query("RENAME TABLE analytics.elsewhere TO analytics.pipeline_progress");
    awaitProgress(Instant.now());

    assertThat(restarts(cluster)).isZero();
  }

  private JobClient submit(int parallelism, @Nullable String savepoint) throws Exception {
    Configuration flink = new Configuration();
    flink.set(PipelineOptions.GENERIC_TYPES, false);
    flink.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
    flink.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
    flink.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(200));
    flink.set(
        CheckpointingOptions.CHECKPOINTS_DIRECTORY,
        folder.resolve("checkpoints").toUri().toString());
    flink.set(
        CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
        ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
    if (savepoint != null) {
      flink.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint);
    }
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(flink);
    env.setParallelism(parallelism);
    Map<String, String> environment =
        Map.of(
            "KAFKA_BROKERS", kafka.bootstrapServers(),
            "KAFKA_TOPIC_RAW", topic,
            "CLICKHOUSE_DSN", store.dsn());
    new EventPipeline(PipelineConfig.of(environment)).define(env);
    return env.executeAsync(EventPipelineJob.NAME);
  }

  private String savepoint() throws Exception {
    return job.triggerSavepoint(
            folder.resolve("savepoints").toUri().toString(), SavepointFormatType.NATIVE)
        .get();
  }

  private void stop() throws Exception {
    job.stopWithSavepoint(
            false, folder.resolve("savepoints").toUri().toString(), SavepointFormatType.NATIVE)
        .get();
  }

  /** Sends events numbered from {@code from} up to and not including {@code to}. */
  private void sendPageviews(int from, int to) throws Exception {
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    for (int i = from; i < to; i++) {
      sent.add(producer.send(toKafka(topic, pageview("p-" + i, "https://example.com/" + i))));
    }
    for (Future<RecordMetadata> message : sent) {
      message.get();
    }
  }

  @SafeVarargs
  private void send(ProducerRecord<byte[], byte[]>... messages) throws Exception {
    for (ProducerRecord<byte[], byte[]> message : messages) {
      Future<RecordMetadata> sent = producer.send(message);
      sent.get();
    }
  }

  private static void awaitRows(int rows) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(coordinatesAndDistinct()).startsWith(rows + "\t"));
  }

  private static void awaitProgress(Instant instant) {
    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(
            () ->
                Long.parseLong(
                        only(
                            store.query(
                                "SELECT toUnixTimestamp64Milli(min(complete_as_of)) FROM analytics.pipeline_progress FINAL")))
                    > instant.toEpochMilli());
  }

  /** How often ClickHouse was asked for a table that it has not. */
  private static int unknownTables() throws IOException {
    return Integer.parseInt(
        only(store.query("SELECT sum(value) FROM system.errors WHERE name = 'UNKNOWN_TABLE'")));
  }

  /** How often a task was started again. */
  private int restarts(MiniCluster cluster) throws Exception {
    return cluster.getExecutionGraph(job.getJobID()).get().getAllVertices().values().stream()
        .flatMap(vertex -> Arrays.stream(vertex.getTaskVertices()))
        .mapToInt(task -> task.getCurrentExecutionAttempt().getAttemptNumber())
        .max()
        .orElseThrow();
  }

  private static String eventsAndIds() throws IOException {
    return only(store.query("SELECT count(), uniqExact(site_id, event_id) FROM analytics.events"));
  }

  private static String coordinatesAndDistinct() throws IOException {
    return only(
        store.query(
            """
            SELECT count(), uniqExact(_kafka_partition, _kafka_offset) FROM
            (SELECT _kafka_partition, _kafka_offset FROM analytics.events
             UNION ALL SELECT _kafka_partition, _kafka_offset FROM analytics.discards)"""));
  }

  private static String only(List<String> lines) {
    assertThat(lines).hasSize(1);
    return lines.get(0);
  }
}

package io.tinyanalytics.pipeline;

import static io.tinyanalytics.pipeline.TestMessages.content;
import static io.tinyanalytics.pipeline.TestMessages.pageview;
import static io.tinyanalytics.pipeline.TestMessages.toKafka;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.tinyanalytics.stack.process.FreePorts;
import io.tinyanalytics.stack.process.KafkaServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.testutils.InMemoryReporter;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * What stands around the job when a savepoint of the test data is made, and again when it is
 * restored: an empty store, and a topic that has the same messages at the same offsets.
 */
final class SavepointScene implements AutoCloseable {

  static final int EVENTS = 200;
  static final int DUPLICATES = 20;
  static final int MALFORMED = 5;
  static final int MESSAGES = EVENTS + DUPLICATES + MALFORMED;

  private static final String TOPIC = "events.raw";
  private static final int PARTITIONS = 4;

  private final Path folder;
  private final TestStore store;
  private final KafkaServer kafka;
  private final KafkaProducer<byte[], byte[]> producer;

  private SavepointScene(Path folder, TestStore store, KafkaServer kafka) {
    this.folder = folder;
    this.store = store;
    this.kafka = kafka;
    this.producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                kafka.bootstrapServers(),
                "max.in.flight.requests.per.connection",
                "1"),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** Starts the servers and sends the messages. */
  static SavepointScene start(Path folder) throws Exception {
    TestStore store = TestStore.start(folder.resolve("clickhouse"));
    try {
      KafkaServer kafka = KafkaServer.start(folder.resolve("kafka"), FreePorts.next());
      SavepointScene scene = new SavepointScene(folder, store, kafka);
      scene.createTopic();
      scene.send(messages());
      return scene;
    } catch (IOException notStarted) {
      store.close();
      throw notStarted;
    }
  }

  /** Its messages bear a time of their own: a savepoint may be old when it is restored. */
  private void createTopic() throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      NewTopic topic = new NewTopic(TOPIC, PARTITIONS, (short) 1);
      topic.configs(Map.of("message.timestamp.type", "CreateTime", "retention.ms", "-1"));
      admin.createTopics(List.of(topic)).all().get();
    }
  }

  /** Each has a key, so that each time it falls into the same partition. */
  private static List<ProducerRecord<byte[], byte[]>> messages() {
    List<ProducerRecord<byte[], byte[]>> messages = new ArrayList<>();
    for (int i = 0; i < EVENTS; i++) {
      messages.add(event("p-" + i));
    }
    for (int i = 0; i < DUPLICATES; i++) {
      messages.add(event("p-" + i));
    }
    String content = content(pageview("bad", "https://example.com/"));
    for (int i = 0; i < MALFORMED; i++) {
      messages.add(
          atNoon(toKafka(TOPIC, "site-1", "bad-" + i, content, "no json".getBytes(UTF_8))));
    }
    return messages;
  }

  static ProducerRecord<byte[], byte[]> event(String id) {
    return atNoon(toKafka(TOPIC, pageview(id, "https://example.com/" + id)));
  }

  /** An event of the person who sent another one. */
  static ProducerRecord<byte[], byte[]> laterEvent(String id, String other) {
    ProducerRecord<byte[], byte[]> event = event(id);
    return new ProducerRecord<>(
        TOPIC, null, TestMessages.NOON, event(other).key(), event.value(), event.headers());
  }

  private static ProducerRecord<byte[], byte[]> atNoon(ProducerRecord<byte[], byte[]> message) {
    return new ProducerRecord<>(
        TOPIC, null, TestMessages.NOON, message.key(), message.value(), message.headers());
  }

  void send(List<ProducerRecord<byte[], byte[]>> messages) throws Exception {
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    messages.forEach(message -> sent.add(producer.send(message)));
    for (Future<RecordMetadata> message : sent) {
      message.get();
    }
  }

  /**
   * Submits the job to the mini-cluster of the calling test.
   *
   * @param checkpointing how often
   * @param savepoint null for a start without state
   */
  JobClient submit(int parallelism, Duration checkpointing, @Nullable String savepoint)
      throws Exception {
    Configuration flink = new Configuration();
    flink.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
    flink.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, checkpointing);
    flink.set(
        CheckpointingOptions.CHECKPOINTS_DIRECTORY,
        folder.resolve("checkpoints").toUri().toString());
    if (savepoint != null) {
      flink.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint);
    }
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(flink);
    env.setParallelism(parallelism);
    Map<String, String> environment =
        Map.of(
            "KAFKA_BROKERS",
            kafka.bootstrapServers(),
            "KAFKA_TOPIC_RAW",
            TOPIC,
            "CLICKHOUSE_DSN",
            store.dsn());
    new EventPipeline(PipelineConfig.of(environment)).define(env);
    return env.executeAsync(EventPipelineJob.NAME);
  }

  /** How many messages this job has read since it was submitted. */
  static long read(InMemoryReporter metrics, JobClient job) {
    return metrics.findOperatorMetricGroups(job.getJobID(), "admit").stream()
        .map(group -> metrics.getMetricsByGroup(group).get("numRecordsIn"))
        .mapToLong(counter -> ((Counter) counter).getCount())
        .sum();
  }

  /** Runs a statement in the store. */
  List<String> query(String sql) throws IOException {
    return store.query(sql);
  }

  @Override
  public void close() {
    producer.close();
    kafka.close();
    store.close();
  }
}

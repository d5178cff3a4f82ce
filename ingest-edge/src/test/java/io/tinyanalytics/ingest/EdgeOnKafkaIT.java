package io.tinyanalytics.ingest;

import static io.tinyanalytics.ingest.EdgeClient.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dropwizard.testing.ConfigOverride;
import io.dropwizard.testing.DropwizardTestSupport;
import io.tinyanalytics.event.EventJson;
import io.tinyanalytics.event.RawEvent;
import io.tinyanalytics.stack.process.FreePorts;
import io.tinyanalytics.stack.process.KafkaServer;
import io.tinyanalytics.stack.topic.SaltTopic;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The edge against a real Kafka, which is killed and paused. */
final class EdgeOnKafkaIT {

  private static final int KAFKA_PORT = FreePorts.next();

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** The delivery timeout of these tests, and time for a busy machine. */
  private static final Duration BOUND = Duration.ofSeconds(2).plusSeconds(3);

  @TempDir static Path folder;

  private static KafkaServer kafka;

  private static final String SALTS = "events.salts";

  private final String topic = "events.raw." + System.nanoTime();
  private final DropwizardTestSupport<IngestConfiguration> edge =
      new DropwizardTestSupport<>(
          IngestEdge.class,
          "../config/ingest-edge.yml",
          ConfigOverride.config("sites", "src/test/resources/sites.yml"),
          ConfigOverride.config("kafka.brokers", "127.0.0.1:" + KAFKA_PORT),
          ConfigOverride.config("kafka.topic", topic),
          ConfigOverride.config("kafka.saltTopic", SALTS),
          ConfigOverride.config("kafka.deliveryTimeout", "2s"),
          ConfigOverride.config("kafka.maxInFlight", "1MiB"),
          ConfigOverride.config("server.applicationConnectors[0].port", "0"),
          ConfigOverride.config("server.adminConnectors[0].port", "0"));

  private EdgeClient client;

  @BeforeAll
  static void startKafka() throws Exception {
    kafka = KafkaServer.start(folder, KAFKA_PORT);
    SaltTopic.create(kafka.bootstrapServers(), SALTS);
  }

  @AfterAll
  static void stopKafka() {
    kafka.close();
  }

  @BeforeEach
  void startEdge() throws Exception {
    edge.before();
    client = new EdgeClient(edge.getLocalPort());
  }

  @AfterEach
  void stopEdge() {
    edge.after();
  }

  @Test
  void refusesEventsUntilTheTopicIsThere() {
    assertUnavailable(collect("early"));
    assertThat(client.get("/healthz").statusCode()).isEqualTo(503);

    createTopicAndAwaitReady();

    assertThat(collect("first").statusCode()).isEqualTo(202);
    assertThat(ids()).contains("first").doesNotContain("early");
  }

  @Test
  void putsTheAcceptedEventIntoTheTopic() throws Exception {
    createTopicAndAwaitReady();

    HttpResponse<String> response =
        client.collect(
            "open-key",
            "{\"site_id\":\"open\",\"event_name\":\"pageview\",\"url\":\"https://example.com/ü\"}");

    String id = json(response).get("event_id").asText();
    ConsumerRecord<byte[], byte[]> message = topic().messages().get(0);
    RawEvent event = EventJson.readRaw(message.value());
    assertThat(event.eventId()).isEqualTo(id);
    assertThat(event.event().url()).isEqualTo("https://example.com/ü");
    assertThat(message.key()).hasSize(8);
    assertThat(event.day())
        .isEqualTo(
            LocalDate.ofInstant(Instant.ofEpochMilli(event.event().tsMillis()), ZoneOffset.UTC));
    assertThat(headers(message))
        .containsEntry("event_id", id)
        .containsEntry("site_id", "open")
        .containsEntry("schema", "1")
        .hasEntrySatisfying("content", hash -> assertThat(hash).matches("[0-9a-f]{16}"))
        .hasSize(4);
    assertThat(new String(message.value(), UTF_8)).doesNotContain("127.0.0.1");
  }

  @Test
  void answersUnavailableWhileKafkaIsDeadAndRecoversByItself() throws Exception {
    createTopicAndAwaitReady();
    assertThat(collect("before").statusCode()).isEqualTo(202);

    kafka.kill();
    long start = System.nanoTime();
    assertUnavailable(collect("during"));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(BOUND);
    assertThat(client.get("/healthz").statusCode()).isEqualTo(200);
    kafka = KafkaServer.start(folder, KAFKA_PORT);

    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(collect("after").statusCode()).isEqualTo(202));
    assertThat(ids()).contains("before", "after");
  }

  @Test
  void boundsItsMemoryWhileKafkaDoesNotAnswer() throws Exception {
    createTopicAndAwaitReady();
    assertThat(collect("before").statusCode()).isEqualTo(202);
    signal("STOP");
    try {
      List<CompletableFuture<HttpResponse<String>>> answers =
          IntStream.range(0, 100)
              .mapToObj(n -> client.sendAsync(client.post("/v1/collect", "open-key", large(n))))
              .toList();

      answers.forEach(answer -> assertUnavailable(answer.join()));
      String metrics = new EdgeClient(edge.getAdminPort()).get("/metrics").body();
      assertThat(value(metrics, "ingest_publish_failures_total{reason=\"full\"}"))
          .isGreaterThan(50);
      assertThat(value(metrics, "ingest_publish_failures_total{reason=\"timeout\"}"))
          .isGreaterThan(10);
    } finally {
      signal("CONT");
    }
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(collect("after").statusCode()).isEqualTo(202));
  }

  @Test
  void losesNoAcceptedEventWhenItStopsUnderLoad() {
    createTopicAndAwaitReady();
    Queue<String> accepted = new ConcurrentLinkedQueue<>();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    CompletableFuture<?>[] senders =
        IntStream.range(0, 8)
            .mapToObj(n -> CompletableFuture.runAsync(() -> sendUntilItStops(n, accepted), threads))
            .toArray(CompletableFuture[]::new);
    await().atMost(PATIENCE).until(() -> accepted.size() > 500);

    edge.after();

    CompletableFuture.allOf(senders).join();
    threads.shutdown();
    assertThat(ids()).containsAll(accepted);
  }

  @Test
  void saysThatItStopsWhileItStillTakesEvents() throws Exception {
    createTopicAndAwaitReady();

    Thread stopping = new Thread(edge::after);
    stopping.start();

    await().atMost(PATIENCE).until(() -> client.get("/healthz").statusCode() == 503);
    assertThat(collect("last").statusCode()).isEqualTo(202);
    stopping.join();
    assertThat(ids()).contains("last");
  }

  private void sendUntilItStops(int sender, Queue<String> accepted) {
    for (int n = 0; ; n++) {
      String id = sender + ":" + n;
      try {
        HttpResponse<String> response = collect(id);
        if (response.statusCode() == 503) {
          return;
        }
        assertThat(response.statusCode()).isEqualTo(202);
        accepted.add(id);
      } catch (CompletionException gone) {
        assertThat(gone).hasCauseInstanceOf(IOException.class);
        return;
      }
    }
  }

  private void createTopicAndAwaitReady() {
    topic().create();
    await().atMost(PATIENCE).until(() -> client.get("/healthz").statusCode() == 200);
  }

  private TestTopic topic() {
    return new TestTopic(kafka.bootstrapServers(), topic);
  }

  private HttpResponse<String> collect(String id) {
    return client.collect("open-key", event(id));
  }

  private static String event(String id) {
    return "{\"site_id\":\"open\",\"event_name\":\"e\",\"event_id\":\"" + id + "\"}";
  }

  private static String large(int n) {
    String filling = "x".repeat(50_000);
    return "{\"site_id\":\"open\",\"event_name\":\"e\",\"event_id\":\"large:%d\",\"props\":{\"a\":\"%s\"}}"
        .formatted(n, filling);
  }

  private List<String> ids() {
    return topic().messages().stream().map(message -> headers(message).get("event_id")).toList();
  }

  private static Map<String, String> headers(ConsumerRecord<?, ?> message) {
    return StreamSupport.stream(message.headers().spliterator(), false)
        .collect(Collectors.toMap(it -> it.key(), it -> new String(it.value(), UTF_8)));
  }

  private static void assertUnavailable(HttpResponse<String> response) {
    CollectIT.assertRefused(response, 503, "unavailable");
    assertThat(response.headers().firstValue("Retry-After")).isPresent();
  }

  private static double value(String metrics, String name) {
    return metrics
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
        .findFirst()
        .orElseThrow();
  }

  private static void signal(String name) throws Exception {
    String pid = Long.toString(kafka.pid());
    assertThat(new ProcessBuilder("kill", "-" + name, pid).start().waitFor()).isZero();
  }
}

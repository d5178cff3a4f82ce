package io.tinyanalytics.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dropwizard.testing.ConfigOverride;
import io.dropwizard.testing.DropwizardTestSupport;
import io.tinyanalytics.stack.process.FreePorts;
import io.tinyanalytics.stack.process.KafkaServer;
import io.tinyanalytics.stack.topic.SaltTopic;
import java.lang.management.ManagementFactory;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events keep coming while Kafka is dead; {@code -Dkafka.outage=PT10M} keeps it so for longer. */
final class KafkaOutageIT {

  private static final Duration OUTAGE = Duration.parse(System.getProperty("kafka.outage", "PT5S"));
  private static final int BURST = 50;

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** The delivery timeout that ships, what Kafka's client may add, and time for a busy machine. */
  private static final Duration BOUND = Duration.ofSeconds(5 + 1 + 3);

  /** What the heap of this process changes by anyway. */
  private static final long NOISE_BYTES = 16 * 1024 * 1024;

  private final AtomicInteger refused = new AtomicInteger();

  @TempDir Path folder;

  @Test
  void refusesInTimeWithoutMoreMemoryAndTakesEventsAgainAtOnce() throws Exception {
    int port = FreePorts.next();
    KafkaServer kafka = KafkaServer.start(folder, port);
    DropwizardTestSupport<IngestConfiguration> edge = edge(kafka);
    try {
      SaltTopic.create(kafka.bootstrapServers(), "events.salts");
      new TestTopic(kafka.bootstrapServers(), "events.raw").create();
      edge.before();
      EdgeClient client = new EdgeClient(edge.getLocalPort());
      await().atMost(PATIENCE).until(() -> client.get("/healthz").statusCode() == 200);

      kafka.kill();
      refusesABurst(client);
      long heap = usedHeap();
      long end = System.nanoTime() + OUTAGE.toNanos();
      await()
          .atMost(OUTAGE.plusMinutes(1))
          .pollInterval(Duration.ofSeconds(1))
          .until(() -> refusesABurst(client) && System.nanoTime() - end > 0);
      long growth = usedHeap() - heap;
      System.out.printf(
          "Kafka away for %s: %,d events refused in time, the heap changed by %,d KiB%n",
          OUTAGE, refused.get(), growth / 1024);
      assertThat(growth).isLessThan(NOISE_BYTES);

      kafka = KafkaServer.start(folder, port);
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(client.collect("open-key", EdgeClient.EVENT).statusCode())
                      .isEqualTo(202));
    } finally {
      edge.after();
      kafka.close();
    }
  }

  private static DropwizardTestSupport<IngestConfiguration> edge(KafkaServer kafka) {
    return new DropwizardTestSupport<>(
        IngestEdge.class,
        "../config/ingest-edge.yml",
        ConfigOverride.config("sites", "src/test/resources/sites.yml"),
        ConfigOverride.config("kafka.brokers", kafka.bootstrapServers()),
        ConfigOverride.config("server.applicationConnectors[0].port", "0"),
        ConfigOverride.config("server.adminConnectors[0].port", "0"));
  }

  private boolean refusesABurst(EdgeClient client) {
    List<CompletableFuture<HttpResponse<String>>> answers =
        IntStream.range(0, BURST)
            .mapToObj(
                n -> client.sendAsync(client.post("/v1/collect", "open-key", EdgeClient.EVENT)))
            .toList();
    assertThat(CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)))
        .succeedsWithin(BOUND);
    answers.forEach(answer -> CollectIT.assertRefused(answer.join(), 503, "unavailable"));
    refused.addAndGet(BURST);
    return true;
  }

  private static long usedHeap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}

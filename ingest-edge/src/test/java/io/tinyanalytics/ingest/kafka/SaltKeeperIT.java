package io.tinyanalytics.ingest.kafka;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dropwizard.util.DataSize;
import io.dropwizard.util.Duration;
import io.tinyanalytics.ingest.settings.KafkaSettings;
import io.tinyanalytics.stack.files.FolderTree;
import io.tinyanalytics.stack.files.FoundFile;
import io.tinyanalytics.stack.process.FreePorts;
import io.tinyanalytics.stack.process.KafkaServer;
import io.tinyanalytics.stack.topic.SaltTopic;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The salts in a real Kafka, and on its disk. */
final class SaltKeeperIT {

  private static final String TOPIC = "events.salts";
  private static final java.time.Duration PATIENCE = java.time.Duration.ofMinutes(5);

  @TempDir Path folder;

  private KafkaServer kafka;
  private KafkaSettings settings;

  @BeforeEach
  void startKafka() throws IOException {
    kafka = KafkaServer.start(folder, FreePorts.next());
    settings =
        new KafkaSettings(
            kafka.bootstrapServers(),
            "events.raw",
            TOPIC,
            Duration.seconds(5),
            Duration.milliseconds(2),
            DataSize.mebibytes(1));
  }

  @AfterEach
  void stopKafka() {
    kafka.close();
  }

  @Test
  void isTheSameForEdgesThatStartTogetherAndForOneThatComesLater() throws Exception {
    List<SaltKeeper> edges = IntStream.range(0, 4).mapToObj(n -> edge()).toList();
    edges.forEach(SaltKeeper::start);
    SaltTopic.create(kafka.bootstrapServers(), TOPIC);
    await().atMost(PATIENCE).until(() -> edges.stream().allMatch(SaltKeeperIT::hasSalt));
    SaltKeeper late = edge();
    late.start();
    await().atMost(PATIENCE).until(() -> hasSalt(late));

    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    byte[] salt = late.of(today).orElseThrow();
    assertThat(edges).allSatisfy(it -> assertThat(it.of(today).orElseThrow()).isEqualTo(salt));

    late.stop();
    for (SaltKeeper edge : edges) {
      edge.stop();
    }
  }

  @Test
  void isGoneFromKafkasDiskWhenItsTimeIsOver() throws Exception {
    SaltTopic.create(kafka.bootstrapServers(), TOPIC);
    KafkaSaltLog log = new KafkaSaltLog(settings);
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    String old = "the salt of three days ago, known";
    String current = "the salt of today, which is known";

    propose(log, today.minusDays(3), old);
    propose(log, today, current);

    await().atMost(PATIENCE).until(() -> !isOnDisk(old));
    assertThat(isOnDisk(current)).as("the scan finds a salt that is there").isTrue();
    assertThat(log.read()).containsOnlyKeys(today);
  }

  private static void propose(SaltLog log, LocalDate date, String salt) {
    Instant begin = date.atStartOfDay(ZoneOffset.UTC).toInstant();
    log.propose(date, begin, salt.getBytes(ISO_8859_1));
  }

  @Test
  void isThereForSitesOfAllTimeZonesOnATopicThatExistedBefore() throws Exception {
    Set<ZoneId> zones = Set.of(ZoneId.of("Pacific/Kiritimati"), ZoneId.of("Etc/GMT+12"));
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
    }
    SaltKeeper edge = edge(zones);
    SaltTopic.create(kafka.bootstrapServers(), TOPIC);

    edge.start();
    await()
        .atMost(PATIENCE)
        .until(() -> zones.stream().allMatch(zone -> edge.of(LocalDate.now(zone)).isPresent()));

    edge.stop();
  }

  private SaltKeeper edge() {
    return edge(Set.of(ZoneOffset.UTC));
  }

  private SaltKeeper edge(Set<ZoneId> zones) {
    return new SaltKeeper(settings, "pepper", () -> zones, InstantSource.system());
  }

  private static boolean hasSalt(SaltKeeper edge) {
    return edge.of(LocalDate.now(ZoneOffset.UTC)).isPresent();
  }

  private boolean isOnDisk(String text) throws IOException {
    for (FoundFile file : FolderTree.files(folder)) {
      if (file.bytes().contains(text)) {
        return true;
      }
    }
    return false;
  }
}

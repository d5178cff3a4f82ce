package io.tinyanalytics.e2e.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that are frozen and killed, by a state file like the supervisor's. */
final class FreezeTest {

  private static final String PART = "sleeper";

  @TempDir Path home;

  private Process sleeper;
  private Processes processes;

  @BeforeEach
  void start() throws IOException {
    sleeper = new ProcessBuilder("sleep", "1000").start();
    long startedAt = sleeper.info().startInstant().orElseThrow().toEpochMilli();
    Files.createDirectories(home.resolve("run"));
    Files.writeString(
        home.resolve("run/state"),
        """
        {"parts":[{"name":"other","pid":1,"startedAtMs":1},
                  {"name":"%s","pid":%d,"startedAtMs":%d}]}"""
            .formatted(PART, sleeper.pid(), startedAt));
    processes = new Processes(home);
  }

  @AfterEach
  void stop() throws InterruptedException {
    sleeper.destroyForcibly().waitFor();
  }

  @Test
  void freezesUntilItEnds() throws Exception {
    Freeze freeze = new Freeze(processes, PART);

    freeze.begin();
    awaitState("T");
    freeze.end();
    awaitState("S");
    freeze.end();

    assertThat(sleeper.isAlive()).isTrue();
  }

  @Test
  void letsAFrozenProcessBeKilledAndForgetsIt() throws Exception {
    Freeze freeze = new Freeze(processes, PART);
    freeze.begin();

    new Kill(processes, PART).begin();
    sleeper.waitFor();
    freeze.end();

    assertThat(sleeper.isAlive()).isFalse();
  }

  @Test
  void resumesEveryFrozenPart() throws Exception {
    new Freeze(processes, PART).begin();
    awaitState("T");

    processes.resumeAll();

    awaitState("S");
  }

  @Test
  void mendsNothingThatItDidNotBreak() throws Exception {
    new Freeze(processes, PART).end();

    assertThat(sleeper.isAlive()).isTrue();
  }

  @Test
  void doesNothingToAStackThatIsDown() throws Exception {
    Files.delete(home.resolve("run/state"));

    processes.resumeAll();
  }

  private void awaitState(String state) {
    Path stat = Path.of("/proc/" + sleeper.pid() + "/stat");
    await().untilAsserted(() -> assertThat(Files.readString(stat)).contains("(sleep) " + state));
  }
}

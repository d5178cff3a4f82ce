package io.tinyanalytics.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tinyanalytics.e2e.stack.Command;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A short fault run, on a stack of its own: the most telling kinds, and all checks. */
final class ChaosE2E {

  @Test
  void keepsEveryPromiseForTwoMinutes(@TempDir Path report) throws Exception {
    Path repository = Path.of("..").toAbsolutePath().normalize();

    Command run =
        Command.run(
            repository,
            Map.of(),
            "scripts/chaos",
            "--seed",
            "1",
            "--minutes",
            "2",
            "--report",
            report.toString());

    System.out.println(run.output());
    run.exits(0);
    JsonNode json = new ObjectMapper().readTree(report.resolve("report.json").toFile());
    assertThat(json.path("passed").asBoolean()).isTrue();
    assertThat(json.path("faults_injected").asInt()).isGreaterThanOrEqualTo(6);
    assertThat(json.path("load").path("acknowledged").asLong()).isGreaterThan(10_000);
    assertThat(Files.readString(report.resolve("report.md")))
        .contains("GREEN", "kill-taskmanager", "swallow-clickhouse", "rollback");
  }
}

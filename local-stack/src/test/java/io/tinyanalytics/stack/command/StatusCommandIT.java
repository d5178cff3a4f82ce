package io.tinyanalytics.stack.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusCommandIT {
  @TempDir Path home;

  @Test
  void showsEveryPartOfAStackThatDoesNotRun() throws Exception {
    var out = new ByteArrayOutputStream();
    var arguments = new String[] {"status", "--json"};
    var environment = Map.of("TA_HOME", home.toString(), "TA_PORT_OFFSET", "1000");

    var exit =
        Commands.run(
            "unused", arguments, environment, new PrintStream(out, true, StandardCharsets.UTF_8));

    assertThat(exit).isEqualTo(1);
    var rows = new ObjectMapper().readTree(out.toByteArray());
    assertThat(rows.findValuesAsText("name"))
        .containsExactlyInAnyOrder(
            "kafka", "clickhouse", "jobmanager", "taskmanager", "ingest-edge", "query-service");
    assertThat(rows.findValuesAsText("state")).containsOnly("stopped");
    assertThat(rows.get(0).get("pid").isNull()).isTrue();
    assertThat(rows.get(0).get("ports").get(0).asInt()).isEqualTo(9123);
  }
}

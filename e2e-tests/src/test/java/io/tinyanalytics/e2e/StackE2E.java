package io.tinyanalytics.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tinyanalytics.e2e.stack.Command;
import io.tinyanalytics.e2e.stack.Stack;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the stack, as a person uses them. */
@ExtendWith(RunningStack.class)
final class StackE2E {

  @Test
  void showsEachPartWithHealthAndPid(Stack stack) throws Exception {
    List<String> names = new ArrayList<>();
    for (JsonNode part : stack.status()) {
      names.add(part.path("name").asText());
      assertThat(part.path("state").asText()).as(part.toString()).isEqualTo("healthy");
      assertThat(ProcessHandle.of(part.path("pid").asLong())).isPresent();
      assertThat(part.path("ports")).isNotEmpty();
    }
    assertThat(names)
        .containsExactlyInAnyOrder(
            "kafka", "clickhouse", "jobmanager", "taskmanager", "ingest-edge", "query-service");
  }

  @Test
  void isNotHarmedByASecondUp(Stack stack) throws Exception {
    long before = stack.pid("kafka");

    stack.up();

    assertThat(stack.pid("kafka")).isEqualTo(before);
  }

  @Test
  void runsCopiesOfItsJarsSoThatABuildChangesNothingUnderIt(Stack stack) throws Exception {
    for (JsonNode part : stack.status()) {
      String words = Files.readString(Path.of("/proc", part.path("pid").asText(), "cmdline"));
      assertThat(words)
          .contains(stack.home().resolve("run/programs.").toString())
          .doesNotContain(stack.repository() + "/local-stack/target")
          .doesNotContain(stack.repository() + "/" + part.path("name").asText() + "/target");
    }
  }

  @Test
  void leavesNoProcessBehind(Stack stack) throws Exception {
    List<Long> pids = new ArrayList<>();
    stack.status().forEach(part -> pids.add(part.path("pid").asLong()));

    stack.script("scripts/down").exits(0);

    assertThat(pids).allSatisfy(pid -> assertThat(ProcessHandle.of(pid)).isEmpty());
    stack.up();
  }

  @Test
  void saysWhichPortIsTakenAndWhatToDo(Stack stack, @TempDir Path home) throws Exception {
    Map<String, String> sameports = new HashMap<>(stack.environment());
    sameports.put("TA_HOME", home.toString());

    Command up = Command.run(stack.repository(), sameports, "scripts/up", "--detach");

    assertThat(up.exitCode()).isNotZero();
    assertThat(up.output()).contains("TA_PORT_OFFSET").containsPattern("Port \\d+, needed by");
  }
}

package io.tinyanalytics.e2e.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReportFolderTest {

  @TempDir Path folder;

  @Test
  void writesAPageForPeople() throws Exception {
    ReportFolder report = ReportFolder.empty(folder.resolve("new/report"));

    report.write(SmallRun.result(true));

    assertThat(Files.readString(report.page()))
        .contains("GREEN: seed 7, 3 faults of 3 kinds, 1,234 events acknowledged, 1 min 15 s")
        .contains("| ok | nothing is lost | lost 0 |")
        .contains(
            "| rollback | the job goes back to an older savepoint | 1 | 1 | `taskmanager: held_back +9` |")
        .contains("| 1 | stall-kafka after 0.5 s for 5 s<br>rollback oldest after 3.0 s | 8.3 s |")
        .contains("| 2 | kill-edge after 4.0 s | **too late** |")
        .contains("Left out, for want of time: kill-taskmanager,");
  }

  @Test
  void writesTheSameForPrograms() throws Exception {
    ReportFolder.empty(folder).write(SmallRun.result(false));

    JsonNode json = new ObjectMapper().readTree(folder.resolve("report.json").toFile());
    assertThat(json.path("passed").asBoolean()).isFalse();
    assertThat(json.path("seed").asLong()).isEqualTo(7);
    assertThat(json.path("checks").path(0).path("figures").path("lost").asInt()).isEqualTo(3);
    assertThat(json.path("load").path("acknowledged").asInt()).isEqualTo(1_234);
    assertThat(json.path("kinds")).hasSize(3);
    assertThat(json.path("kinds_left_out")).hasSize(27);
    assertThat(json.path("schedule").path(1).path("detail").asText()).isEqualTo("oldest");
    assertThat(json.path("recovery_seconds").toString()).isEqualTo("[8.25,null]");
    assertThat(json.path("injections").path(2).path("begin_seconds").asDouble()).isEqualTo(20);
  }

  @Test
  void keepsNothingOfAnEarlierRunAndAllThatIsOfSomebodyElse() throws Exception {
    Path logs = Files.createDirectories(folder.resolve("logs of the stack"));
    Files.writeString(logs.resolve("kafka.log"), "x");
    ReportFolder earlier = ReportFolder.empty(folder);
    earlier.write(SmallRun.result(true));
    earlier.keepLogs(logs);
    Files.writeString(folder.resolve("thesis.txt"), "x");

    ReportFolder.empty(folder);

    assertThat(folder).isDirectoryRecursivelyContaining("glob:**/thesis.txt");
    assertThat(folder.resolve("stack-logs")).isEmptyDirectory();
    assertThat(earlier.page()).doesNotExist();
    assertThat(folder.resolve("report.json")).doesNotExist();
  }
}

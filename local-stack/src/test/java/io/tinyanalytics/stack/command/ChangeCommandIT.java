package io.tinyanalytics.stack.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.tinyanalytics.stack.change.ChangeDesk;
import io.tinyanalytics.stack.change.JobChange;
import io.tinyanalytics.stack.process.ServerProcess;
import io.tinyanalytics.stack.state.RecordedProcess;
import io.tinyanalytics.stack.state.StackState;
import io.tinyanalytics.stack.state.StackState.Phase;
import io.tinyanalytics.stack.state.StateFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangeCommandIT {
  @TempDir Path home;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void needsARunningStack() throws Exception {
    assertThat(rescale()).isEqualTo(1);
    assertThat(shown()).contains("No stack is ready").contains("./scripts/up");
  }

  @Test
  void leavesAChangeAloneWhoseCommandIsGone() throws Exception {
    becomeTheSupervisor();
    var change = JobChange.rollback("none");
    new ChangeDesk(home).leave(change);

    assertThat(rescale()).isEqualTo(1);
    assertThat(shown()).contains("is being changed by another command");
    assertThat(new ChangeDesk(home).take()).contains(change);
  }

  @Test
  void showsWhatTheSupervisorDoesAndEndsAsTheChangeDoes() throws Exception {
    becomeTheSupervisor();
    var desk = new ChangeDesk(home);

    var exit = CompletableFuture.supplyAsync(this::rescale);
    Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> desk.take().isPresent());
    try (var progress = desk.out()) {
      progress.println("not possible");
    }
    desk.end(false);

    assertThat(exit.get(30, TimeUnit.SECONDS)).isEqualTo(1);
    assertThat(shown()).isEqualTo("not possible\n");
  }

  private void becomeTheSupervisor() throws IOException {
    var self = ServerProcess.find(ProcessHandle.current().pid()).orElseThrow();
    var supervisor = RecordedProcess.of("supervisor", self, List.of());
    new StateFile(home).write(new StackState(Phase.READY, supervisor, List.of(), Map.of()));
  }

  private int rescale() {
    try {
      var printer = new PrintStream(out, true, StandardCharsets.UTF_8);
      var arguments = new String[] {"rescale", "2"};
      return Commands.run("unused", arguments, Map.of("TA_HOME", home.toString()), printer);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private String shown() {
    return out.toString(StandardCharsets.UTF_8);
  }
}

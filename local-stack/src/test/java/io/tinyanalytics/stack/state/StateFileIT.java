package io.tinyanalytics.stack.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.tinyanalytics.stack.process.ServerProcess;
import io.tinyanalytics.stack.state.StackState.Phase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFileIT {
  private static final RecordedProcess SELF =
      RecordedProcess.of(
          "supervisor", ServerProcess.find(ProcessHandle.current().pid()).orElseThrow(), List.of());

  @TempDir Path home;

  @Test
  void givesBackWhatWasWritten() throws IOException {
    var kafka = new RecordedProcess("kafka", 4711, 123, List.of(9092, 9093));
    var state = new StackState(Phase.READY, SELF, List.of(kafka), Map.of("TA_HOME", "/h"));
    var file = new StateFile(home);

    assertThat(file.read()).isEmpty();
    file.write(state);
    assertThat(file.read()).contains(state);
    file.delete();
    assertThat(file.read()).isEmpty();
  }

  @Test
  void findsALivingProcessAgain() {
    assertThat(SELF.find().map(ServerProcess::pid)).contains(SELF.pid());
  }

  @Test
  void doesNotTakeAnotherProcessWithTheSamePidForIt() {
    var former =
        new RecordedProcess("kafka", SELF.pid(), SELF.startedAtMs() - 60_000, List.of(9092));

    assertThat(former.find()).isEmpty();
  }
}

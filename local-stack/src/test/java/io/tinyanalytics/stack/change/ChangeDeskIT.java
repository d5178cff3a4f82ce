package io.tinyanalytics.stack.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangeDeskIT {
  private static final JobChange CHANGE = JobChange.rescale(3);

  @TempDir Path home;
  private ChangeDesk command;
  private ChangeDesk supervisor;

  @BeforeEach
  void standOnBothSides() {
    command = new ChangeDesk(home);
    supervisor = new ChangeDesk(home);
  }

  @Test
  void handsAChangeOverOnceAndItsEndBack() throws IOException {
    command.leave(CHANGE);

    assertThat(supervisor.take()).contains(CHANGE);
    assertThat(supervisor.take()).isEmpty();
    assertThat(command.ended()).isEmpty();
    supervisor.end(true);
    assertThat(command.ended()).contains(true);
  }

  @Test
  void tellsAFailureFromASuccess() throws IOException {
    command.leave(CHANGE);
    supervisor.take();
    supervisor.end(false);

    assertThat(command.ended()).contains(false);
  }

  @Test
  void isBusyFromTheOrderToTheEnd() throws IOException {
    assertThat(command.busy()).isFalse();
    command.leave(CHANGE);
    assertThat(command.busy()).isTrue();
    supervisor.take();
    assertThat(command.busy()).isTrue();
    supervisor.end(false);
    assertThat(command.busy()).isFalse();
  }

  @Test
  void passesOnWhatIsToBeShown() throws IOException {
    command.leave(CHANGE);
    try (var out = supervisor.out()) {
      out.println("stopped");
      assertThat(Files.readString(command.log())).isEqualTo("stopped\n");
    }
  }

  @Test
  void showsNothingOfTheLastChange() throws IOException {
    command.leave(CHANGE);
    supervisor.take();
    supervisor.out().close();
    supervisor.end(true);

    command.leave(JobChange.rollback("none"));

    assertThat(command.ended()).isEmpty();
    assertThat(command.log()).doesNotExist();
  }

  @Test
  void forgetsWhatWasLeftForASupervisorThatIsGone() throws IOException {
    command.leave(CHANGE);
    supervisor.clear();

    assertThat(supervisor.take()).isEmpty();
    assertThat(command.busy()).isFalse();
  }
}

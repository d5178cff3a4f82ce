package io.tinyanalytics.stack.command;

import io.tinyanalytics.stack.change.ChangeDesk;
import io.tinyanalytics.stack.change.JobChange;
import io.tinyanalytics.stack.process.ServerProcess;
import io.tinyanalytics.stack.settings.StackSettings;
import io.tinyanalytics.stack.state.HomeLock;
import io.tinyanalytics.stack.state.StackState.Phase;
import io.tinyanalytics.stack.state.StateFile;
import io.tinyanalytics.stack.supervise.Progress;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * {@code upgrade}, {@code rescale} and {@code rollback}: asks the supervisor to change the running
 * job and shows the progress. If this command is ended, the change continues.
 */
final class ChangeCommand {
  private static final String BUSY =
      "The job is being changed by another command: try again when that has ended.";

  private final StackSettings settings;
  private final Progress progress;
  private final ChangeDesk desk;

  ChangeCommand(StackSettings settings, Progress progress) {
    this.settings = settings;
    this.progress = progress;
    this.desk = new ChangeDesk(settings.home());
  }

  /** Returns 0 if the job was changed. Returns 1 if not; then the last line of output says why. */
  int run(JobChange change) throws IOException, InterruptedException {
    var supervisor = supervisor();
    if (supervisor.isEmpty()) {
      progress.line("No stack is ready in " + settings.home() + ": start it with ./scripts/up.");
      return 1;
    }
    var lock = HomeLock.takeForChange(settings.home());
    if (lock.isEmpty() || desk.busy()) {
      progress.line(BUSY);
      return 1;
    }
    desk.leave(change);
    var done = follow(supervisor.get());
    lock.get().close();
    return done ? 0 : 1;
  }

  private boolean follow(ServerProcess supervisor) throws IOException, InterruptedException {
    var log = new FollowedLog(desk.log(), progress);
    var ended = desk.ended();
    while (ended.isEmpty() && supervisor.alive()) {
      log.show();
      TimeUnit.MILLISECONDS.sleep(100);
      ended = desk.ended();
    }
    log.show();
    if (ended.isEmpty()) {
      progress.line("The supervisor ended before the change did: see ./scripts/status.");
    }
    return ended.orElse(false);
  }

  private Optional<ServerProcess> supervisor() throws IOException {
    return new StateFile(settings.home())
        .read()
        .filter(state -> state.phase() == Phase.READY)
        .flatMap(state -> state.supervisor().find());
  }
}

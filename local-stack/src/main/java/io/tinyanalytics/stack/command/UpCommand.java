package io.tinyanalytics.stack.command;

import io.tinyanalytics.stack.flink.RestorePoint;
import io.tinyanalytics.stack.process.Folders;
import io.tinyanalytics.stack.settings.StackPort;
import io.tinyanalytics.stack.settings.StackSettings;
import io.tinyanalytics.stack.state.HomeLock;
import io.tinyanalytics.stack.state.StateFile;
import io.tinyanalytics.stack.supervise.Progress;
import io.tinyanalytics.stack.supervise.Supervisor;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** {@code up}: runs the stack in this process until the process is asked to end. */
final class UpCommand {
  private final StackSettings settings;
  private final Folders folders;
  private final Progress progress;

  UpCommand(StackSettings settings, Folders folders, Progress progress) {
    this.settings = settings;
    this.folders = folders;
    this.progress = progress;
  }

  /**
   * Returns 0 if another supervisor already runs in this home folder, and 1 if the start failed.
   * Otherwise it does not return.
   */
  int run(@Nullable RestorePoint from) throws IOException, InterruptedException {
    var lock = HomeLock.take(settings.home());
    if (lock.isEmpty()) {
      progress.line("Already up in " + settings.home() + "; ./scripts/status shows it.");
      return 0;
    }
    var exit = supervise(from);
    lock.get().close();
    return exit;
  }

  private int supervise(@Nullable RestorePoint from) throws IOException, InterruptedException {
    var state = new StateFile(settings.home()).read();
    state.ifPresent(last -> LeftOvers.end(last, progress));
    Programs.deleteExcept(folders.programs(), settings.home());
    var supervisor = new Supervisor(settings, folders, from, progress);
    Runtime.getRuntime().addShutdownHook(new Thread(supervisor::stop, "stop"));
    progress.line("Starting in " + settings.home() + ", logs in " + folders.logs());
    try {
      supervisor.start();
    } catch (IOException failed) {
      if (supervisor.stop()) { // false: the start failed because somebody stopped the stack
        progress.line("The stack did not start: " + failed.getMessage());
      }
      return 1;
    }
    announce();
    new CountDownLatch(1).await();
    return 0;
  }

  private void announce() {
    progress.line("");
    progress.line(
        "Up. Collect   http://localhost:" + settings.port(StackPort.INGEST) + "/v1/collect");
    progress.line(
        "    Metrics   http://localhost:"
            + settings.port(StackPort.QUERY)
            + "/v1/metrics/pageviews");
    progress.line("    Flink UI  http://localhost:" + settings.port(StackPort.FLINK_UI));
    progress.line(
        "    Stop with Ctrl-C or ./scripts/down; see ./scripts/status and ./scripts/logs NAME.");
  }
}

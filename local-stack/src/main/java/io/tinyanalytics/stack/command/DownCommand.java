package io.tinyanalytics.stack.command;

import io.tinyanalytics.stack.files.FolderTree;
import io.tinyanalytics.stack.process.ServerProcess;
import io.tinyanalytics.stack.settings.StackSettings;
import io.tinyanalytics.stack.state.StackState;
import io.tinyanalytics.stack.state.StateFile;
import io.tinyanalytics.stack.supervise.Progress;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * {@code down} and {@code reset}: stops the stack from another shell; {@code reset} also deletes
 * its data.
 */
final class DownCommand {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final List<String> DATA =
      List.of(
          "clickhouse",
          "kafka",
          "flink",
          "job",
          "checkpoints",
          "savepoints",
          "imports",
          "logs",
          "run");

  private final StackSettings settings;
  private final Progress progress;
  private final StateFile stateFile;

  DownCommand(StackSettings settings, Progress progress) {
    this.settings = settings;
    this.progress = progress;
    this.stateFile = new StateFile(settings.home());
  }

  /** Stops all processes, even if the supervisor no longer runs. Keeps all data. */
  int down() throws IOException {
    var state = stateFile.read();
    if (state.isEmpty()) {
      progress.line("Nothing runs in " + settings.home() + ".");
      return 0;
    }
    state.get().supervisor().find().ifPresent(supervisor -> end(supervisor, state.get()));
    LeftOvers.end(state.get(), progress);
    stateFile.read().ifPresent(last -> LeftOvers.end(last, progress));
    stateFile.delete();
    progress.line("Down. The data is kept in " + settings.home() + ".");
    return 0;
  }

  /** The supervisor stops its parts. It writes its output to its own terminal or log. */
  private void end(ServerProcess supervisor, StackState state) {
    progress.line("Stopping in " + settings.home() + " …");
    supervisor.terminate();
    for (var part : state.endingOrder()) {
      while (supervisor.alive() && part.find().isPresent()) {
        LockSupport.parkNanos(POLL.toNanos());
      }
      progress.say(part.name(), "stopped");
    }
    supervisor.stop(PATIENCE);
  }

  /** Stops the stack and deletes its data. */
  int reset() throws IOException {
    down();
    for (var folder : DATA) {
      FolderTree.delete(settings.home().resolve(folder));
    }
    progress.line("The data is deleted.");
    return 0;
  }
}

package io.tinyanalytics.stack.command;

import io.tinyanalytics.stack.process.Folders;
import io.tinyanalytics.stack.process.JavaCommand;
import io.tinyanalytics.stack.process.Launch;
import io.tinyanalytics.stack.process.ServerProcess;
import io.tinyanalytics.stack.settings.StackSettings;
import io.tinyanalytics.stack.state.HomeLock;
import io.tinyanalytics.stack.state.StackState.Phase;
import io.tinyanalytics.stack.state.StateFile;
import io.tinyanalytics.stack.supervise.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * {@code up --detach}: runs {@code up} in a separate process and returns when the stack is ready.
 */
final class DetachCommand {
  private final StackSettings settings;
  private final Folders folders;
  private final Progress progress;
  private final Path log;

  DetachCommand(StackSettings settings, Folders folders, Progress progress) {
    this.settings = settings;
    this.folders = folders;
    this.progress = progress;
    this.log = folders.logs().resolve("supervisor.log");
  }

  /**
   * Starts the supervisor and shows its progress.
   *
   * @param arguments of {@code up}, without {@code --detach}
   * @return 0 when all parts are healthy, 1 when the supervisor gave up
   */
  int run(String mainClass, List<String> arguments) throws IOException, InterruptedException {
    var lock = HomeLock.take(settings.home());
    if (lock.isEmpty()) {
      progress.line("Already up in " + settings.home() + "; ./scripts/status shows it.");
      return 0;
    }
    lock.get().close();
    Files.createDirectories(log.getParent());
    Files.deleteIfExists(log);
    var classpath = System.getProperty("java.class.path");
    var command = JavaCommand.of(List.of("-Xmx128m"), classpath, mainClass, arguments);
    var launch = new Launch(command, Map.of(), folders.repository(), log, log);
    return follow(ServerProcess.start(launch));
  }

  private int follow(ServerProcess supervisor) throws IOException, InterruptedException {
    var shown = new FollowedLog(log, progress);
    while (supervisor.alive() && !ready(supervisor)) {
      shown.show();
      TimeUnit.MILLISECONDS.sleep(200);
    }
    shown.show();
    return supervisor.alive() ? 0 : 1;
  }

  private boolean ready(ServerProcess supervisor) throws IOException {
    return new StateFile(settings.home())
        .read()
        .filter(state -> state.supervisor().pid() == supervisor.pid())
        .filter(state -> state.phase() == Phase.READY)
        .isPresent();
  }
}

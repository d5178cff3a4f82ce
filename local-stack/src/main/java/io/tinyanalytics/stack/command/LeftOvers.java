package io.tinyanalytics.stack.command;

import io.tinyanalytics.stack.state.StackState;
import io.tinyanalytics.stack.supervise.Progress;
import java.time.Duration;

/** Parts that outlived their supervisor. */
final class LeftOvers {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private LeftOvers() {}

  /** Ends those that still run, the last started first. */
  static void end(StackState state, Progress progress) {
    for (var recorded : state.endingOrder()) {
      recorded
          .find()
          .ifPresent(
              process -> {
                process.stop(PATIENCE);
                progress.say(recorded.name(), "stopped");
              });
    }
  }
}

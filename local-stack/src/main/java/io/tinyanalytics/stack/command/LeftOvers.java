package io.tinyanalytics.stack.command;

import io.tinyanalytics.stack.state.StackState;
import io.tinyanalytics.stack.supervise.Progress;
import java.time.Duration;

/** Parts that still run although their supervisor does not. */
final class LeftOvers {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private LeftOvers() {}

  /** Stops those that still run, in reverse order of start. */
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

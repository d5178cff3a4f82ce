package io.tinyanalytics.e2e.fault;

import io.tinyanalytics.e2e.stack.Command;
import io.tinyanalytics.e2e.stack.Stack;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Runs a script of the operator. It may fail during other faults, and is then run again, as an
 * operator would do. It must succeed in the end.
 */
final class Operation implements Fault {

  private static final Duration LONGEST = Duration.ofMinutes(3);
  private static final Duration PAUSE = Duration.ofSeconds(3);

  private final Stack stack;
  private final String[] line;

  Operation(Stack stack, String... line) {
    this.stack = stack;
    this.line = line.clone();
  }

  @Override
  public void begin() throws IOException, InterruptedException {
    long deadline = System.nanoTime() + LONGEST.toNanos();
    Command command = stack.script(line);
    while (command.exitCode() != 0 && System.nanoTime() < deadline) {
      TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
      command = stack.script(line);
    }
    if (command.exitCode() != 0) {
      throw new IOException(String.join(" ", line) + " fails: " + command.lastLine());
    }
  }
}

package io.tinyanalytics.e2e.stack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A finished command: its exit code and all that it printed. */
public record Command(List<String> line, int exitCode, String output) {

  private static final long LONGEST_MINUTES = 5;

  public Command {
    line = List.copyOf(line);
  }

  /** Runs a script of the repository to its end. */
  public static Command run(Path repository, Map<String, String> environment, String... line)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of(line));
    words.set(0, repository.resolve(words.get(0)).toString());
    ProcessBuilder builder =
        new ProcessBuilder(words).directory(repository.toFile()).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
      throw new IOException(words + " does not end; it printed:\n" + output);
    }
    return new Command(words, process.exitValue(), output);
  }

  /**
   * Requires an exit code.
   *
   * @throws IllegalStateException with all that was printed, if it ended with another
   */
  public Command exits(int code) {
    if (exitCode != code) {
      throw new IllegalStateException(
          "%s ended with %d instead of %d and printed:%n%s"
              .formatted(line, exitCode, code, output));
    }
    return this;
  }
}

package io.tinyanalytics.e2e.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A finished command with its exit code and its whole output. */
public record Command(List<String> line, int exitCode, String output) {

  private static final long LONGEST_MINUTES = 10;

  public Command {
    line = List.copyOf(line);
  }

  /**
   * Runs a script of the repository to its end.
   *
   * @throws IOException if the script does not end within ten minutes; it is then killed
   */
  public static Command run(Path repository, Map<String, String> environment, String... line)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of(line));
    words.set(0, repository.resolve(words.get(0)).toString());
    Path output = Files.createTempFile("command", ".out");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(words)
              .directory(repository.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile());
      builder.environment().putAll(environment);
      int exitCode = exitCode(builder.start(), words, output);
      return new Command(words, exitCode, Files.readString(output));
    } finally {
      Files.delete(output);
    }
  }

  private static int exitCode(Process process, List<String> words, Path output)
      throws IOException, InterruptedException {
    process.getOutputStream().close();
    if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor();
      throw new IOException(words + " does not end; it printed:\n" + Files.readString(output));
    }
    return process.exitValue();
  }

  /** The last line of the output; empty if there is none. */
  public String lastLine() {
    return output.lines().reduce("", (before, last) -> last);
  }

  /**
   * Requires an exit code.
   *
   * @throws IllegalStateException if the command ended with another code; the message holds the
   *     whole output
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

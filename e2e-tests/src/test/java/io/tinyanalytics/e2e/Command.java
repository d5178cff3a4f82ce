package io.tinyanalytics.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A finished command: its exit code and all that it printed. */
record Command(List<String> line, int exitCode, String output) {

  private static final long LONGEST_MINUTES = 5;

  Command {
    line = List.copyOf(line);
  }

  /** Runs a script of the repository to its end. */
  static Command run(Path repository, Map<String, String> environment, String... line)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of(line));
    words.set(0, repository.resolve(words.get(0)).toString());
    ProcessBuilder builder =
        new ProcessBuilder(words).directory(repository.toFile()).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)).as(output).isTrue();
    return new Command(words, process.exitValue(), output);
  }

  /** Fails the test, with what was printed, unless the command ended with this code. */
  Command exits(int code) {
    assertThat(exitCode).as("%s printed:%n%s", line, output).isEqualTo(code);
    return this;
  }
}

package io.tinyanalytics.stack.scripts;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tinyanalytics.stack.process.RepositoryRoot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What bash has made of a command.
 *
 * @param output standard output and standard error, without the last line's end
 */
record Shell(int exitCode, String output) {
  static final Path SCRIPTS = RepositoryRoot.find().resolve("scripts");

  /** Runs one of the scripts with these arguments, one blank between two. */
  static Shell script(Map<String, String> environment, String line)
      throws IOException, InterruptedException {
    var words = new ArrayList<>(List.of("bash"));
    words.addAll(List.of(line.split(" ", -1)));
    words.set(1, SCRIPTS.resolve(words.get(1)).toString());
    return run(environment, words);
  }

  /** Runs a command after the functions of the scripts were loaded. */
  static Shell function(Map<String, String> environment, String command)
      throws IOException, InterruptedException {
    var library = "source '" + SCRIPTS.resolve("lib/stack.sh") + "'; ";
    return run(environment, List.of("bash", "-c", library + command));
  }

  private static Shell run(Map<String, String> environment, List<String> command)
      throws IOException, InterruptedException {
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    var variables = builder.environment();
    variables.keySet().removeIf(name -> name.startsWith("TA_") || name.endsWith("_PORT"));
    variables.put("TA_ENV_FILE", "/dev/null");
    variables.putAll(environment);
    var process = builder.start();
    process.getOutputStream().close();
    var output = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Shell(process.waitFor(), output.stripTrailing());
  }
}

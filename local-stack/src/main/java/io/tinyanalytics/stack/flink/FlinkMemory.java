package io.tinyanalytics.stack.flink;

import io.tinyanalytics.stack.process.JavaCommand;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * How Flink divides the configured memory of a process.
 *
 * @param jvmFlags limit heap, direct memory and metaspace
 * @param arguments pass the same division to the process
 */
record FlinkMemory(List<String> jvmFlags, List<String> arguments) {
  private static final String CALCULATOR = "org.apache.flink.runtime.util.bash.BashJavaUtils";
  private static final String RESULT = "BASH_JAVA_UTILS_EXEC_RESULT:";

  FlinkMemory {
    jvmFlags = List.copyOf(jvmFlags);
    arguments = List.copyOf(arguments);
  }

  /** Runs the memory calculator that Flink's own shell scripts use. */
  static FlinkMemory of(FlinkRole role, String classpath, FlinkConfiguration configuration)
      throws IOException {
    List<String> arguments = new ArrayList<>(List.of(role.memoryQuestion(), "-c"));
    arguments.add(configuration.folder().toString());
    arguments.addAll(configuration.arguments());
    var flags = List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    var calculator =
        new ProcessBuilder(JavaCommand.of(flags, classpath, CALCULATOR, arguments))
            .redirectErrorStream(true)
            .start();
    return parse(new String(calculator.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
  }

  static FlinkMemory parse(String answer) throws IOException {
    var results = answer.lines().filter(line -> line.startsWith(RESULT)).toList();
    if (results.size() != 2) {
      throw new IOException(
          "Flink cannot divide its memory as flink-conf/config.yaml says:\n" + answer);
    }
    var division = words(results.get(1)).stream().filter(word -> !word.equals("-D"));
    return new FlinkMemory(words(results.get(0)), division.map(word -> "-D" + word).toList());
  }

  private static List<String> words(String line) {
    return List.of(line.substring(RESULT.length()).strip().split(" +"));
  }
}

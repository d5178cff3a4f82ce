package io.tinyanalytics.stack.flink;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The Flink settings: the file as it lies in {@code flink-conf}, and what this machine adds to it.
 *
 * @param folder holds {@code config.yaml}
 * @param overrides given to every Flink program with {@code -D}
 */
public record FlinkConfiguration(Path folder, Map<String, String> overrides) {
  private static final String JVM_FLAGS = "env.java.opts.all: ";

  public FlinkConfiguration {
    overrides = new TreeMap<>(overrides);
  }

  /** The same with further overrides. */
  FlinkConfiguration with(Map<String, String> more) {
    var all = new TreeMap<>(overrides);
    all.putAll(more);
    return new FlinkConfiguration(folder, all);
  }

  /** The overrides as arguments. */
  List<String> arguments() {
    return overrides.entrySet().stream()
        .map(entry -> "-D" + entry.getKey() + "=" + entry.getValue())
        .toList();
  }

  /** The flags that the file asks of every JVM; Flink's shell scripts would read the same line. */
  List<String> jvmFlags() throws IOException {
    List<String> flags = new ArrayList<>();
    for (var line : Files.readAllLines(folder.resolve("config.yaml"))) {
      if (line.startsWith(JVM_FLAGS)) {
        flags.addAll(List.of(line.substring(JVM_FLAGS.length()).strip().split(" +")));
      }
    }
    return flags;
  }
}

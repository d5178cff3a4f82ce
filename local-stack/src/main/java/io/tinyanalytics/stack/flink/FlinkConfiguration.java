package io.tinyanalytics.stack.flink;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The Flink settings: the file as it lies in {@code flink-conf}, and what this machine adds to it.
 *
 * @param folder holds {@code config.yaml}
 * @param overrides given to every Flink program with {@code -D}
 */
public record FlinkConfiguration(Path folder, Map<String, String> overrides) {
  public FlinkConfiguration {
    overrides = new TreeMap<>(overrides);
  }

  /** The same with further overrides. */
  FlinkConfiguration with(Map<String, String> more) {
    var all = new TreeMap<>(overrides);
    all.putAll(more);
    return new FlinkConfiguration(folder, all);
  }

  /** The same with at least this number for the key. */
  FlinkConfiguration atLeast(String key, int number) throws IOException {
    return number(key) >= number ? this : with(Map.of(key, Integer.toString(number)));
  }

  /** The overrides as arguments. */
  List<String> arguments() {
    return overrides.entrySet().stream()
        .map(entry -> "-D" + entry.getKey() + "=" + entry.getValue())
        .toList();
  }

  /** The flags that the file asks of every JVM; Flink's shell scripts would read the same line. */
  List<String> jvmFlags() throws IOException {
    return jvmFlags("all");
  }

  /** The flags that the file asks of the JVM of this role alone. */
  List<String> jvmFlags(FlinkRole role) throws IOException {
    return jvmFlags(role.name().toLowerCase(Locale.ROOT));
  }

  private List<String> jvmFlags(String whose) throws IOException {
    return List.of(value("env.java.opts." + whose).split(" +"));
  }

  /** What the file says, as a number. */
  int number(String key) throws IOException {
    return Integer.parseInt(value(key));
  }

  private String value(String key) throws IOException {
    var file = folder.resolve("config.yaml");
    var begin = key + ": ";
    return Files.readAllLines(file).stream()
        .filter(line -> line.startsWith(begin))
        .map(line -> line.substring(begin.length()).strip())
        .findFirst()
        .orElseThrow(() -> new IOException(file + " does not set " + key + "."));
  }
}

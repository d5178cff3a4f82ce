package io.tinyanalytics.stack.flink;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The Flink settings: the file in {@code flink-conf}, and overrides for this machine.
 *
 * @param folder holds {@code config.yaml}
 * @param overrides passed to every Flink program with {@code -D}
 */
public record FlinkConfiguration(Path folder, Map<String, String> overrides) {
  public FlinkConfiguration {
    overrides = new TreeMap<>(overrides);
  }

  /** A copy with further overrides. */
  FlinkConfiguration with(Map<String, String> more) {
    var all = new TreeMap<>(overrides);
    all.putAll(more);
    return new FlinkConfiguration(folder, all);
  }

  /** A copy in which the value of the key is at least this number. */
  FlinkConfiguration atLeast(String key, int number) throws IOException {
    return number(key) >= number ? this : with(Map.of(key, Integer.toString(number)));
  }

  /** The overrides as command line arguments. */
  List<String> arguments() {
    return overrides.entrySet().stream()
        .map(entry -> "-D" + entry.getKey() + "=" + entry.getValue())
        .toList();
  }

  /** The flags that the file sets for every JVM. Flink's shell scripts read the same key. */
  List<String> jvmFlags() throws IOException {
    return jvmFlags("all");
  }

  /** The flags that the file sets only for the JVM of this role. */
  List<String> jvmFlags(FlinkRole role) throws IOException {
    return jvmFlags(role.name().toLowerCase(Locale.ROOT));
  }

  private List<String> jvmFlags(String whose) throws IOException {
    return List.of(value("env.java.opts." + whose).split(" +"));
  }

  /** The value in the file, as a number. */
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

package io.tinyanalytics.bench.visits;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The SQL of this package, each file in the folder of its class path. */
final class SqlFile {
  private SqlFile() {}

  /** The file's statements, in order. */
  static List<String> statements(String name) throws IOException {
    return Stream.of(read(name).split(";\\R", -1)).filter(text -> !text.isBlank()).toList();
  }

  static String read(String name) throws IOException {
    return find(name).orElseThrow(() -> new IOException("There is no " + name + "."));
  }

  /** The file's text; empty if there is no such file. */
  static Optional<String> find(String name) throws IOException {
    try (var in = SqlFile.class.getResourceAsStream(name)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), UTF_8).strip());
    }
  }
}

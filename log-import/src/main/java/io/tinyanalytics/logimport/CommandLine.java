package io.tinyanalytics.logimport;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The words of the command line: options with and without a value, and one file. */
final class CommandLine {
  private static final String FILE = "FILE";
  private static final Set<String> OPTIONS =
      Set.of("--site", "--base-url", "--pages", "--url", "--sites");
  private static final Set<String> SWITCHES = Set.of("--dry-run");

  private final Map<String, String> given = new HashMap<>();

  private CommandLine() {}

  /**
   * Reads the words.
   *
   * @throws IllegalArgumentException if one is unknown, stands twice, or lacks its value
   */
  static CommandLine of(String[] words) {
    var line = new CommandLine();
    for (int i = 0; i < words.length; i++) {
      if (OPTIONS.contains(words[i])) {
        if (i + 1 == words.length) {
          throw new IllegalArgumentException(words[i] + " needs a value.");
        }
        line.put(words[i], words[++i]);
      } else {
        line.put(SWITCHES.contains(words[i]) ? words[i] : FILE, words[i]);
      }
    }
    return line;
  }

  boolean has(String name) {
    return given.containsKey(name);
  }

  String value(String name, String otherwise) {
    return given.getOrDefault(name, otherwise);
  }

  String required(String name) {
    var value = given.get(name);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(name + " is missing: see --help.");
    }
    return value;
  }

  private void put(String name, String value) {
    if (name.equals(FILE) && value.startsWith("-") && !value.equals("-")) {
      throw new IllegalArgumentException("There is no option " + value + ": see --help.");
    }
    if (given.put(name, value) != null) {
      throw new IllegalArgumentException(name + " may be given once.");
    }
  }
}

package io.tinyanalytics.bench;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The options of a benchmark: only {@code --name VALUE}. */
public final class Options {
  private final Map<String, String> values;

  private Options(Map<String, String> values) {
    this.values = values;
  }

  /**
   * Reads the command line.
   *
   * @param known the names of the allowed options, without dashes
   * @throws IllegalArgumentException if an option is unknown or has no value
   */
  static Options of(List<String> arguments, Set<String> known) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < arguments.size(); i += 2) {
      var name = arguments.get(i);
      if (!name.startsWith("--") || !known.contains(name.substring(2))) {
        throw new IllegalArgumentException(
            "There is no option " + name + ": this benchmark has " + spelled(known) + ".");
      }
      if (i + 1 == arguments.size()) {
        throw new IllegalArgumentException(name + " needs a value behind it.");
      }
      values.put(name.substring(2), arguments.get(i + 1));
    }
    return new Options(values);
  }

  /** The value of an option as comma-separated numbers, each at least 1. */
  public List<Integer> numbers(String name, String otherwise) {
    var text = values.getOrDefault(name, otherwise);
    try {
      var numbers = Arrays.stream(text.split(",", -1)).map(Integer::parseInt).toList();
      if (numbers.stream().allMatch(number -> number >= 1)) {
        return numbers;
      }
    } catch (NumberFormatException notANumber) {
      // reported below
    }
    throw new IllegalArgumentException(
        "--" + name + " must be a number of at least 1, not \"" + text + "\".");
  }

  /** The value of an option as a number, at least 1. */
  public int number(String name, int otherwise) {
    return numbers(name, Integer.toString(otherwise)).get(0);
  }

  private static String spelled(Set<String> known) {
    return known.isEmpty() ? "none" : "--" + String.join(", --", known.stream().sorted().toList());
  }
}

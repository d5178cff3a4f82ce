package io.tinyanalytics.bench;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The options of a benchmark: {@code --name VALUE}, and nothing else. */
public final class Options {
  private final Map<String, String> values;

  private Options(Map<String, String> values) {
    this.values = values;
  }

  /**
   * Reads the command line.
   *
   * @param known the names, without dashes
   * @throws IllegalArgumentException if there is another option, or one without a value
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

  /** The numbers of an option, comma separated, each at least 1. */
  public List<Integer> numbers(String name, String otherwise) {
    var text = values.getOrDefault(name, otherwise);
    try {
      var numbers = Arrays.stream(text.split(",", -1)).map(Integer::parseInt).toList();
      if (numbers.stream().allMatch(number -> number >= 1)) {
        return numbers;
      }
    } catch (NumberFormatException notANumber) {
      // said below
    }
    throw new IllegalArgumentException(
        "--" + name + " must be a number of at least 1, not \"" + text + "\".");
  }

  /** The number of an option, at least 1. */
  public int number(String name, int otherwise) {
    return numbers(name, Integer.toString(otherwise)).get(0);
  }

  private static String spelled(Set<String> known) {
    return known.isEmpty() ? "none" : "--" + String.join(", --", known.stream().sorted().toList());
  }
}

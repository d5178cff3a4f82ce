package io.tinyanalytics.stack.settings;

import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads and checks environment variables. */
record Variables(Map<String, String> environment) {
  private static final int HIGHEST_PORT = 65_535;

  /** Leading zeros are ignored, as in the scripts. */
  private static final Pattern DECIMAL = Pattern.compile("0*[0-9]{1,9}");

  @Nullable String optional(String name) {
    var value = environment.getOrDefault(name, "").strip();
    return value.isEmpty() ? null : value;
  }

  String text(String name, String otherwise) {
    var value = optional(name);
    return value == null ? otherwise : value;
  }

  int number(String name, int otherwise, int lowest, int highest) {
    var value = optional(name);
    if (value == null) {
      return otherwise;
    }
    if (DECIMAL.matcher(value).matches()) {
      var number = Integer.parseInt(value);
      if (number >= lowest && number <= highest) {
        return number;
      }
    }
    throw new IllegalArgumentException(
        "%s must be a number from %d to %d, not \"%s\".".formatted(name, lowest, highest, value));
  }

  Map<StackPort, Integer> ports() {
    var offset = number("TA_PORT_OFFSET", 0, 0, HIGHEST_PORT);
    var ports = new EnumMap<StackPort, Integer>(StackPort.class);
    for (var port : StackPort.values()) {
      var server = port.server();
      var usual = server == null ? port.usual() + offset : ports.getOrDefault(server, 0);
      var number = number(port.variable(), usual, 1, HIGHEST_PORT);
      if (number > HIGHEST_PORT) {
        throw new IllegalArgumentException(
            "TA_PORT_OFFSET=%d moves %s past %d: choose a smaller one."
                .formatted(offset, port.variable(), HIGHEST_PORT));
      }
      ports.put(port, number);
    }
    return ports;
  }
}

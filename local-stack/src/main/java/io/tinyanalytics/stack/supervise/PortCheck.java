package io.tinyanalytics.stack.supervise;

import io.tinyanalytics.stack.process.FreePorts;
import io.tinyanalytics.stack.process.Part;
import io.tinyanalytics.stack.settings.StackPort;
import io.tinyanalytics.stack.settings.StackSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/** Finds the ports of the stack that another process already uses, before anything is started. */
final class PortCheck {
  private PortCheck() {}

  /**
   * Checks all ports of these parts.
   *
   * @throws IllegalStateException if a port is taken or needed twice; the message has one sentence
   *     for each
   */
  static void require(List<Part> parts, StackSettings settings) {
    var taken = taken(parts, settings, FreePorts::isFree);
    if (!taken.isEmpty()) {
      throw new IllegalStateException(String.join("\n", taken));
    }
  }

  static List<String> taken(List<Part> parts, StackSettings settings, IntPredicate free) {
    List<String> taken = new ArrayList<>();
    Map<Integer, String> users = new HashMap<>();
    for (var part : parts) {
      for (var port : part.ports()) {
        var other = users.put(port, part.name());
        if (other != null) {
          taken.add(
              "Port %d is set for both %s and %s: give one of them another."
                  .formatted(port, other, part.name()));
        } else if (!free.test(port)) {
          taken.add(
              "Port %d, needed by %s, is taken: end what listens there, set %s, or move the whole stack with TA_PORT_OFFSET=100."
                  .formatted(port, part.name(), variable(settings, port)));
        }
      }
    }
    return taken;
  }

  private static String variable(StackSettings settings, int port) {
    return Stream.of(StackPort.values())
        .filter(candidate -> settings.port(candidate) == port)
        .map(StackPort::variable)
        .findFirst()
        .orElseGet(StackPort.INGEST::variable);
  }
}

package io.tinyanalytics.stack.state;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * The running stack as seen from outside.
 *
 * @param parts in the order in which they are started
 * @param environment the settings it runs with, without passwords
 */
public record StackState(
    Phase phase,
    RecordedProcess supervisor,
    List<RecordedProcess> parts,
    Map<String, String> environment) {
  /** How far the supervisor is. */
  public enum Phase {
    STARTING,
    READY,
    STOPPING
  }

  public StackState {
    parts = List.copyOf(parts);
    environment = Map.copyOf(environment);
  }

  /** The parts, the last started first. */
  public List<RecordedProcess> endingOrder() {
    List<RecordedProcess> reversed = new ArrayList<>(parts);
    Collections.reverse(reversed);
    return reversed;
  }
}

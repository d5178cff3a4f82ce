package io.tinyanalytics.stack.state;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * The running stack, as other processes see it.
 *
 * @param parts in the order of start
 * @param environment the settings it runs with, without passwords
 */
public record StackState(
    Phase phase,
    RecordedProcess supervisor,
    List<RecordedProcess> parts,
    Map<String, String> environment) {
  /** What the supervisor is doing. */
  public enum Phase {
    STARTING,
    READY,
    STOPPING
  }

  public StackState {
    parts = List.copyOf(parts);
    environment = Map.copyOf(environment);
  }

  /** The parts in reverse order of start. */
  public List<RecordedProcess> endingOrder() {
    List<RecordedProcess> reversed = new ArrayList<>(parts);
    Collections.reverse(reversed);
    return reversed;
  }
}

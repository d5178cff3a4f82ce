package io.tinyanalytics.stack.process;

import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * A server that somebody else runs: the stack only asks whether it serves.
 *
 * @param setting the variable that names it, with its value
 */
public record ExternalServer(String name, String setting, BooleanSupplier health) implements Probe {
  /** None that are ours. */
  @Override
  public List<Integer> ports() {
    return List.of();
  }

  @Override
  public boolean healthy() {
    return health.getAsBoolean();
  }
}

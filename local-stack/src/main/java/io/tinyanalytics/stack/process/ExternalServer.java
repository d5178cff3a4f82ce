package io.tinyanalytics.stack.process;

import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * A server that the stack does not run. The stack only checks its health.
 *
 * @param setting the variable that names the server, with its value
 */
public record ExternalServer(String name, String setting, BooleanSupplier health) implements Probe {
  /** Empty: the stack itself opens no port for it. */
  @Override
  public List<Integer> ports() {
    return List.of();
  }

  @Override
  public boolean healthy() {
    return health.getAsBoolean();
  }
}

package io.tinyanalytics.stack.state;

import io.tinyanalytics.stack.process.ServerProcess;
import java.util.List;
import java.util.Optional;

/**
 * A process as the supervisor wrote it down.
 *
 * @param name the part it runs, or {@code supervisor}
 * @param startedAtMs when the operating system started it; with the pid its identity
 * @param ports the ports it listens on
 */
public record RecordedProcess(String name, long pid, long startedAtMs, List<Integer> ports) {
  /** Start times are read from a clock that may have been set in between. */
  private static final long TOLERANCE_MS = 2_000;

  public RecordedProcess {
    ports = List.copyOf(ports);
  }

  public static RecordedProcess of(String name, ServerProcess process, List<Integer> ports) {
    return new RecordedProcess(name, process.pid(), process.startedAt().toEpochMilli(), ports);
  }

  /** The process if it still runs; empty too when its pid now belongs to another one. */
  public Optional<ServerProcess> find() {
    return ServerProcess.find(pid)
        .filter(ServerProcess::alive)
        .filter(p -> Math.abs(p.startedAt().toEpochMilli() - startedAtMs) <= TOLERANCE_MS);
  }
}

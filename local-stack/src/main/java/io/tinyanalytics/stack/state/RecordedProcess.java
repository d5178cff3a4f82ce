package io.tinyanalytics.stack.state;

import io.tinyanalytics.stack.process.ServerProcess;
import java.util.List;
import java.util.Optional;

/**
 * A process as the supervisor recorded it.
 *
 * @param name the part it runs, or {@code supervisor}
 * @param startedAtMs when the operating system started it; identifies the process together with the
 *     pid
 * @param ports the ports it listens on
 */
public record RecordedProcess(String name, long pid, long startedAtMs, List<Integer> ports) {
  /**
   * Two readings of one start time may differ, because the system clock may have been set in
   * between.
   */
  private static final long TOLERANCE_MS = 2_000;

  public RecordedProcess {
    ports = List.copyOf(ports);
  }

  public static RecordedProcess of(String name, ServerProcess process, List<Integer> ports) {
    return new RecordedProcess(name, process.pid(), process.startedAt().toEpochMilli(), ports);
  }

  /** The process if it still runs; empty also if its pid now belongs to another process. */
  public Optional<ServerProcess> find() {
    return ServerProcess.find(pid)
        .filter(ServerProcess::alive)
        .filter(p -> Math.abs(p.startedAt().toEpochMilli() - startedAtMs) <= TOLERANCE_MS);
  }
}

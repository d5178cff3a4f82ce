package io.tinyanalytics.bench.edge;

import io.tinyanalytics.stack.process.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The memory of a process as Linux counts it, including heap, buffers and code. */
record Memory(Path status) {
  private static final String PEAK = "VmHWM:";

  static Memory of(ServerProcess process) {
    return new Memory(Path.of("/proc", Long.toString(process.pid()), "status"));
  }

  /** The peak of the resident memory. */
  long mostMebibytes() throws IOException {
    for (var line : Files.readAllLines(status)) {
      if (line.startsWith(PEAK)) {
        return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024;
      }
    }
    throw new IOException(status + " does not tell the memory of the edge.");
  }
}

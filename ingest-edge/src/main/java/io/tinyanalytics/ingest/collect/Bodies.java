package io.tinyanalytics.ingest.collect;

import static java.util.Objects.requireNonNull;

import io.tinyanalytics.ingest.limits.InFlight;
import java.time.Duration;
import org.eclipse.jetty.server.Request;

/** Reads bodies: how long each may take, and how much memory all may hold. */
final class Bodies {

  private final Duration deadline;
  private final InFlight memory;

  Bodies(Duration deadline, InFlight memory) {
    this.deadline = requireNonNull(deadline, "deadline is null");
    this.memory = requireNonNull(memory, "memory is null");
  }

  BodyReader read(Request request, int limit) {
    BodyReader reader = new BodyReader(request, limit, memory);
    reader.start(deadline);
    return reader;
  }
}

package io.tinyanalytics.ingest.http.body;

import static java.util.Objects.requireNonNull;

import io.tinyanalytics.ingest.limits.InFlight;
import java.time.Duration;
import org.eclipse.jetty.server.Request;

/** Reads request bodies within limits of size, time and memory. */
public final class Bodies {

  private final int limit;
  private final Duration deadline;
  private final InFlight memory;

  /**
   * Sets the bounds.
   *
   * @param limit in bytes, as sent and as decompressed
   * @param memory shared by all bodies
   */
  public Bodies(int limit, Duration deadline, InFlight memory) {
    this.limit = limit;
    this.deadline = requireNonNull(deadline, "deadline is null");
    this.memory = requireNonNull(memory, "memory is null");
  }

  /** The most bytes of a body, as sent and as decompressed. */
  public int limit() {
    return limit;
  }

  /** Starts to read the body of a request. */
  public BodyReader read(Request request) {
    BodyReader reader = new BodyReader(request, limit, memory);
    reader.start(deadline);
    return reader;
  }
}

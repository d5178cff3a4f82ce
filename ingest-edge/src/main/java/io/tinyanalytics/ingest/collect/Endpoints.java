package io.tinyanalytics.ingest.collect;

import io.tinyanalytics.ingest.intake.EventIntake;
import io.tinyanalytics.ingest.limits.InFlight;
import java.time.Duration;
import java.util.Map;

/** Which path takes events in which form. */
public final class Endpoints {

  public static final String COLLECT = "/v1/collect";
  public static final String COLLECT_BATCH = "/v1/collect/batch";
  public static final String PIXEL = "/v1/pixel.gif";

  private Endpoints() {}

  /**
   * Answers all of these paths.
   *
   * @param bodyDeadline how long a body may take to come
   * @param bodyMemory what all bodies may hold together
   * @param patience after which a request that was read is answered as unavailable, whatever
   *     happens to its events
   */
  public static CollectHandler handler(
      EventIntake intake, Duration bodyDeadline, InFlight bodyMemory, Duration patience) {
    Bodies bodies = new Bodies(bodyDeadline, bodyMemory);
    return new CollectHandler(
        Map.of(
            COLLECT, PostEndpoint.forEvents(intake, bodies, patience),
            COLLECT_BATCH, PostEndpoint.forBatches(intake, bodies, patience),
            PIXEL, new PixelEndpoint(intake, patience)));
  }
}

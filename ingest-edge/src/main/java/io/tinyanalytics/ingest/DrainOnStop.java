package io.tinyanalytics.ingest;

import static java.util.Objects.requireNonNull;

import com.google.common.util.concurrent.Uninterruptibles;
import java.time.Duration;
import org.eclipse.jetty.util.component.LifeCycle;

/**
 * Makes {@code /healthz} answer 503 some time before the server stops, so that a load balancer can
 * send requests elsewhere while this edge still accepts them.
 */
final class DrainOnStop implements LifeCycle.Listener {

  private final Readiness ready;
  private final Duration drain;

  DrainOnStop(Readiness ready, Duration drain) {
    this.ready = requireNonNull(ready, "ready is null");
    this.drain = requireNonNull(drain, "drain is null");
  }

  @Override
  public void lifeCycleStopping(LifeCycle server) {
    ready.stop();
    Uninterruptibles.sleepUninterruptibly(drain);
  }
}

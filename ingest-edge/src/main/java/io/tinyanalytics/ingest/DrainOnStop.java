package io.tinyanalytics.ingest;

import static java.util.Objects.requireNonNull;

import com.google.common.util.concurrent.Uninterruptibles;
import java.time.Duration;
import org.eclipse.jetty.util.component.LifeCycle;

/**
 * Says that this edge is no longer ready before it closes its doors, so that a load balancer can
 * look elsewhere while requests are still taken.
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

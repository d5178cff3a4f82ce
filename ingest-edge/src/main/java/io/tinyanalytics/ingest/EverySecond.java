package io.tinyanalytics.ingest;

import io.dropwizard.core.setup.Environment;
import java.util.concurrent.TimeUnit;

/** Looks at something every second until the service stops. */
final class EverySecond {

  private EverySecond() {}

  /**
   * Begins to look.
   *
   * @param name names the thread
   */
  static void look(Environment environment, String name, Runnable look) {
    var unused =
        environment
            .lifecycle()
            .scheduledExecutorService(name)
            .threads(1)
            .build()
            .scheduleWithFixedDelay(look, 1, 1, TimeUnit.SECONDS);
  }
}

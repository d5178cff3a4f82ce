package io.tinyanalytics.service;

import io.dropwizard.core.setup.Environment;
import java.util.concurrent.TimeUnit;

/** Runs a task every second until the service stops. */
public final class EverySecond {

  private EverySecond() {}

  /**
   * Starts the task.
   *
   * @param name the name of its thread
   * @param task must not throw: it would never run again
   */
  public static void run(Environment environment, String name, Runnable task) {
    var unused =
        environment
            .lifecycle()
            .scheduledExecutorService(name)
            .threads(1)
            .build()
            .scheduleWithFixedDelay(task, 1, 1, TimeUnit.SECONDS);
  }
}

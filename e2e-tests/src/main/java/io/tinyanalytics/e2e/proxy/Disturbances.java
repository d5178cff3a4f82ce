package io.tinyanalytics.e2e.proxy;

import java.util.EnumMap;
import java.util.Map;

/** The active disturbances. The same one may be active several times. */
final class Disturbances {

  private final Map<Disturbance, Integer> active = new EnumMap<>(Disturbance.class);

  synchronized void begin(Disturbance disturbance) {
    active.merge(disturbance, 1, Integer::sum);
  }

  synchronized void end(Disturbance disturbance) {
    active.merge(disturbance, -1, Integer::sum);
    notifyAll();
  }

  synchronized boolean isOn(Disturbance disturbance) {
    return active.getOrDefault(disturbance, 0) > 0;
  }

  synchronized boolean swallows() {
    return isOn(Disturbance.SWALLOW) || isOn(Disturbance.SWALLOW_AND_CUT);
  }

  /** Waits while bytes are held back. */
  synchronized void awaitFlow() throws InterruptedException {
    while (isOn(Disturbance.STALL)) {
      wait();
    }
  }
}

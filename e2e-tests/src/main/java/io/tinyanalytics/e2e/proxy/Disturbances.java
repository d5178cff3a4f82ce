package io.tinyanalytics.e2e.proxy;

import java.util.EnumMap;
import java.util.Map;

/** Which disturbances are on; the same one may be on several times. */
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

  /** Returns as soon as nothing is held back. */
  synchronized void awaitFlow() throws InterruptedException {
    while (isOn(Disturbance.STALL)) {
      wait();
    }
  }
}

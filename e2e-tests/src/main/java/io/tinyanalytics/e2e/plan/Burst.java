package io.tinyanalytics.e2e.plan;

import java.time.Duration;
import java.util.List;

/** Faults that overlap. The stack recovers before the next burst. */
public record Burst(List<PlannedFault> faults) {

  /** The pause between a recovery and the next burst. */
  public static final Duration CALM = Duration.ofSeconds(3);

  public Burst {
    faults = List.copyOf(faults);
  }

  /** The estimated duration, including recovery and pause. */
  Duration estimate() {
    long lasting =
        faults.stream().mapToLong(f -> f.after().plus(f.length()).toMillis()).max().orElse(0);
    int recovery = faults.stream().mapToInt(f -> f.kind().recovery()).max().orElse(0);
    return Duration.ofMillis(lasting).plusSeconds(recovery).plus(CALM);
  }
}

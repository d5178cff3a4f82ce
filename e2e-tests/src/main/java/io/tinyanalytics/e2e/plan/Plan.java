package io.tinyanalytics.e2e.plan;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** All bursts of a run, in order. The same seed and minutes give the same plan, anywhere. */
public record Plan(long seed, int minutes, List<Burst> bursts) {

  /** A run of so many minutes has every kind at least once. */
  public static final int MINUTES_FOR_ALL_KINDS = 15;

  public Plan {
    bursts = List.copyOf(bursts);
  }

  public static Plan of(long seed, int minutes) {
    return new Plan(seed, minutes, new Planner(seed, Duration.ofMinutes(minutes)).bursts());
  }

  /** All faults, burst by burst. */
  public List<PlannedFault> faults() {
    return bursts.stream().flatMap(burst -> burst.faults().stream()).toList();
  }

  public Set<FaultKind> kinds() {
    Set<FaultKind> kinds = EnumSet.noneOf(FaultKind.class);
    faults().forEach(fault -> kinds.add(fault.kind()));
    return kinds;
  }

  /** Those for which the minutes are too few. */
  public Set<FaultKind> kindsLeftOut() {
    return EnumSet.complementOf(EnumSet.copyOf(kinds()));
  }

  /** How long it probably takes. */
  public Duration estimate() {
    return bursts.stream().map(Burst::estimate).reduce(Duration.ZERO, Duration::plus);
  }
}

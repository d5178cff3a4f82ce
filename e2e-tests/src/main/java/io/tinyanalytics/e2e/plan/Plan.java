package io.tinyanalytics.e2e.plan;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** All bursts of a run, in order. The same seed and minutes give the same plan on every machine. */
public record Plan(long seed, int minutes, List<Burst> bursts) {

  /** A run of at least this many minutes has every kind at least once. */
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

  /** The kinds for which the run is too short. */
  public Set<FaultKind> kindsLeftOut() {
    return EnumSet.complementOf(EnumSet.copyOf(kinds()));
  }

  /** The estimated duration. */
  public Duration estimate() {
    return bursts.stream().map(Burst::estimate).reduce(Duration.ZERO, Duration::plus);
  }
}

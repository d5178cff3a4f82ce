package io.tinyanalytics.e2e.chaos;

import io.tinyanalytics.e2e.plan.PlannedFault;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An injected fault.
 *
 * @param burst the number of its burst, from 1
 * @param failure why the fault could not be injected or ended; null if it could
 * @param movements the changes of metrics that show that the fault had an effect; empty if it had
 *     none
 */
public record Injection(
    int burst,
    PlannedFault fault,
    Instant begin,
    Instant end,
    @Nullable String failure,
    List<String> movements) {

  public Injection {
    movements = List.copyOf(movements);
  }

  Injection moved(List<String> metrics) {
    return new Injection(burst, fault, begin, end, failure, metrics);
  }
}

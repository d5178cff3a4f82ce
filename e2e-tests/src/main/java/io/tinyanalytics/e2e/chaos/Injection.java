package io.tinyanalytics.e2e.chaos;

import io.tinyanalytics.e2e.plan.PlannedFault;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fault that was injected.
 *
 * @param burst the number of its burst, from 1
 * @param failure why it could not be injected or mended; null if it could
 * @param movements of the metrics that show whether it bit
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

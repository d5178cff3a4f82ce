package io.tinyanalytics.e2e.plan;

import java.time.Duration;

/**
 * A fault of a burst.
 *
 * @param after the time from the start of the burst to the start of the fault
 * @param length the duration; zero for a fault without a duration
 * @param detail the variant of the fault in a few words; empty if there is only one
 */
public record PlannedFault(FaultKind kind, Duration after, Duration length, String detail) {

  @Override
  public String toString() {
    String text = kind.word() + (detail.isEmpty() ? "" : " " + detail);
    String lasting = length.isZero() ? "" : " for %d s".formatted(length.toSeconds());
    return "%s after %.1f s%s".formatted(text, after.toMillis() / 1000.0, lasting);
  }
}

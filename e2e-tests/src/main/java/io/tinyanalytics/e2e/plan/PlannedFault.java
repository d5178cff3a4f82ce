package io.tinyanalytics.e2e.plan;

import java.time.Duration;

/**
 * A fault of a burst.
 *
 * @param after how long after the burst's begin
 * @param length how long it lasts; zero for what happens at once
 * @param detail how it is done, one word; empty if there is one way only
 */
public record PlannedFault(FaultKind kind, Duration after, Duration length, String detail) {

  @Override
  public String toString() {
    String text = kind.word() + (detail.isEmpty() ? "" : " " + detail);
    String lasting = length.isZero() ? "" : " for %d s".formatted(length.toSeconds());
    return "%s after %.1f s%s".formatted(text, after.toMillis() / 1000.0, lasting);
  }
}

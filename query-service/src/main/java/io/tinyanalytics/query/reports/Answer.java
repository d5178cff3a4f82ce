package io.tinyanalytics.query.reports;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer of the store.
 *
 * @param dataAsOf every event accepted before this instant is counted; null if not known
 * @param figures in display order; empty if nothing was counted
 */
public record Answer(@Nullable Instant dataAsOf, List<Figure> figures) {

  /** Keeps a copy of the figures. */
  public Answer {
    figures = List.copyOf(figures);
  }
}

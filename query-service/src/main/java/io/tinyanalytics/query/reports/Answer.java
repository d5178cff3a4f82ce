package io.tinyanalytics.query.reports;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the store answered.
 *
 * @param dataAsOf every event accepted before this instant is counted; null where that is not known
 * @param figures in the order they are shown, none where nothing was counted
 */
public record Answer(@Nullable Instant dataAsOf, List<Figure> figures) {

  /** Keeps a copy of the figures. */
  public Answer {
    figures = List.copyOf(figures);
  }
}

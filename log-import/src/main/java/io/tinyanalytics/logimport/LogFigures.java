package io.tinyanalytics.logimport;

import java.util.List;

/**
 * What a log holds.
 *
 * @param lines all lines
 * @param leftOut those that are no page views, by reason
 * @param malformed how many could not be read
 * @param malformedLines the numbers of the first of these
 */
record LogFigures(long lines, Tally leftOut, long malformed, List<Long> malformedLines) {
  LogFigures {
    malformedLines = List.copyOf(malformedLines);
  }

  long pageViews() {
    return lines - leftOut.total() - malformed;
  }

  /** Whether not one line could be read; also if there is none. */
  boolean isUnreadable() {
    return malformed == lines;
  }
}

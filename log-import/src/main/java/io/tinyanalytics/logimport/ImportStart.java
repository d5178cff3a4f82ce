package io.tinyanalytics.logimport;

import java.time.Duration;
import java.util.List;

/**
 * Where an import begins.
 *
 * @param record what to go on from
 * @param superseded records of shorter states of the same log, or of the same log under other
 *     options: this import sends their lines too, and replaces them when it is done
 * @param warning what was sent longer ago than ids are remembered
 */
record ImportStart(ImportRecord record, List<ImportRecord> superseded, Warning warning) {
  ImportStart {
    superseded = List.copyOf(superseded);
  }

  /** Which lines may be counted twice. */
  enum Warning {
    NONE("", ""),

    /** Those that the interrupted import had on their way when it stopped. */
    LAST_LINES("the interrupted import", "what it sent last may be counted twice"),

    /** All that an earlier import sent. */
    EARLIER_IMPORT("an earlier import of this log", "its page views will be counted twice");

    private final String what;
    private final String effect;

    Warning(String what, String effect) {
      this.what = what;
      this.effect = effect;
    }

    /**
     * The warning, unless it is {@link #NONE}.
     *
     * @param horizon how long the pipeline remembers events
     */
    String sentence(Duration horizon) {
      return "Warning: %s is more than %d days old, which is longer than the pipeline remembers: %s."
          .formatted(what, horizon.toDays(), effect);
    }
  }
}

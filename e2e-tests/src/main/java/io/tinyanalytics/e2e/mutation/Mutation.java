package io.tinyanalytics.e2e.mutation;

import java.util.List;

/**
 * A defect, put into the product or into its rows, that a run must detect.
 *
 * @param changes to the product's source
 * @param provocation the faults that make the defect do harm, injected under load
 * @param tampering SQL statements that change rows when everything is stored
 * @param seenBy the name of a check that must fail; empty for the control run, in which every check
 *     must pass
 */
record Mutation(
    String name,
    List<SourceChange> changes,
    Provocation provocation,
    List<String> tampering,
    String seenBy) {

  /** The name of the run without a defect. */
  static final String CONTROL = "none";

  boolean isControl() {
    return name.equals(CONTROL);
  }
}

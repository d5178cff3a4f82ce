package io.tinyanalytics.e2e.mutation;

import java.util.List;

/**
 * A defect put into the product, or into its rows, that a run must notice.
 *
 * @param changes of the product's source
 * @param provocation under load
 * @param tampering statements run on the stored rows when all is stored
 * @param seenBy the name of a check that must go red; empty for the control, which must stay green
 */
record Mutation(
    String name,
    List<SourceChange> changes,
    Provocation provocation,
    List<String> tampering,
    String seenBy) {

  /** What the run without any defect is called. */
  static final String CONTROL = "none";

  boolean isControl() {
    return name.equals(CONTROL);
  }
}

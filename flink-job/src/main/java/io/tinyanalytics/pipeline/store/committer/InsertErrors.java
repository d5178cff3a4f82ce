package io.tinyanalytics.pipeline.store.committer;

import java.util.Set;

/** The error codes of ClickHouse that the committer distinguishes. */
final class InsertErrors {

  /**
   * Errors of the block, the schema or the user: the insert fails again until someone fixes the
   * cause.
   */
  private static final Set<Integer> FINAL =
      Set.of(
          6, // CANNOT_PARSE_TEXT
          16, // NO_SUCH_COLUMN_IN_TABLE
          27, // CANNOT_PARSE_INPUT_ASSERTION_FAILED
          33, // CANNOT_READ_ALL_DATA
          47, // UNKNOWN_IDENTIFIER
          53, // TYPE_MISMATCH
          60, // UNKNOWN_TABLE
          62, // SYNTAX_ERROR
          70, // CANNOT_CONVERT_TYPE
          81, // UNKNOWN_DATABASE
          115, // UNKNOWN_SETTING
          117, // INCORRECT_DATA
          164, // READONLY
          192, // UNKNOWN_USER
          193, // WRONG_PASSWORD
          194, // REQUIRED_PASSWORD
          469, // VIOLATED_CONSTRAINT
          497, // ACCESS_DENIED
          516); // AUTHENTICATION_FAILED

  private InsertErrors() {}

  /** Whether someone must fix the cause. False for an unknown code, since waiting may help. */
  static boolean isFinal(int code) {
    return FINAL.contains(code);
  }
}

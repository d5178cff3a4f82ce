package io.tinyanalytics.logimport;

/**
 * Why the edge refused events, and how many.
 *
 * @param code the edge's word for why
 * @param error the edge's sentence
 * @param line the first line that was refused so
 * @param count how many lines were
 */
record Refusal(String code, String error, long line, long count) {
  static Refusal once(String code, String error, long line) {
    return new Refusal(code, error, line, 1);
  }

  /** What tells this reason from another one. */
  String reason() {
    return code + ": " + error;
  }

  Refusal and(Refusal other) {
    return new Refusal(code, error, Math.min(line, other.line), count + other.count);
  }
}

package io.tinyanalytics.logimport;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the edge said to one batch.
 *
 * @param status the HTTP status
 * @param retryAfter how long it asked to be left alone, or null if it did not
 * @param error its sentence if it refused the batch as a whole, else empty
 * @param results one per event, in order; empty if it refused the batch as a whole
 */
record EdgeAnswer(int status, @Nullable Duration retryAfter, String error, List<Result> results) {

  EdgeAnswer {
    results = List.copyOf(results);
  }

  /** Whether the same batch may be taken later: the edge is busy, restarting or without Kafka. */
  boolean isTemporary() {
    return status == 429 || status >= 500;
  }

  /**
   * What became of one event.
   *
   * @param status {@code queued}, {@code ignored} or {@code refused}
   * @param code why it was refused, as a word, else empty
   * @param error the same as a sentence
   */
  record Result(String status, String code, String error) {
    private static final Set<String> SENDER_CODES =
        Set.of("unknown_site", "invalid_key", "invalid_signature", "not_trusted", "forbidden_site");

    /** Whether the same event may be taken later. */
    boolean isTemporary() {
      return code.equals("unavailable") || code.equals("rate_limited");
    }

    /** Whether the sender was refused, and with it all that it could send. */
    boolean isForSender() {
      return SENDER_CODES.contains(code);
    }
  }
}

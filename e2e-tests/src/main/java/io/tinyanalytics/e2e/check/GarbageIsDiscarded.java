package io.tinyanalytics.e2e.check;

import io.tinyanalytics.e2e.stack.Stack;
import java.io.IOException;

/**
 * Checks that every invalid message is stored as a discard, and that no event is discarded because
 * of a defect.
 */
final class GarbageIsDiscarded implements Check {

  private final Stack stack;
  private final long sent;

  /**
   * @param sent the least number of invalid messages
   */
  GarbageIsDiscarded(Stack stack, long sent) {
    this.stack = stack;
    this.sent = sent;
  }

  @Override
  public String name() {
    return "each message that is no event is a malformed discard";
  }

  @Override
  public boolean holds(Figures figures) throws IOException, InterruptedException {
    figures.put("garbage_sent", sent);
    long malformed = figures.put("malformed", count("malformed"));
    long defects = figures.put("internal_errors", count("internal_error"));
    return malformed >= sent && defects == 0;
  }

  private long count(String reason) throws IOException, InterruptedException {
    String sql = "SELECT count() FROM analytics.discards WHERE reason = '%s'".formatted(reason);
    return Long.parseLong(stack.sql(sql).get(0));
  }
}

package io.tinyanalytics.e2e.check;

import io.tinyanalytics.e2e.ledger.LoadSite;
import io.tinyanalytics.e2e.stack.RawTopic;
import io.tinyanalytics.e2e.stack.Stack;
import io.tinyanalytics.e2e.visits.VisitFindings;
import io.tinyanalytics.e2e.visits.VisitProof;
import java.io.IOException;

/**
 * Computes the visits of the load again from the messages of the topic, and compares each row and
 * the sums of each visit. Keys whose messages are in two partitions, because the topic has grown,
 * are left out: they have no order.
 */
final class VisitsAgree implements Check {

  static final String NAME = "visits are those of the topic's messages";

  private final Stack stack;

  VisitsAgree(Stack stack) {
    this.stack = stack;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean holds(Figures figures) throws IOException, InterruptedException {
    VisitFindings found =
        new VisitProof(stack, LoadSite.PREFIX, new RawTopic(stack).begins()).find();
    figures.put("events", found.events());
    figures.put("in_two_partitions", found.leftOut());
    figures.put("visits", found.visits());
    figures.put("of_several_events", found.longerVisits());
    figures.put("bounces", found.bounces());
    figures.put("differences", found.differences());
    if (found.differences() > 0) {
      figures.put("such_as", String.join("; ", found.named()));
    }
    return found.differences() == 0 && found.longerVisits() > 0 && found.bounces() > 0;
  }
}

package io.tinyanalytics.e2e.visits;

import java.io.IOException;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Compares the messages and the rows of one partition, both in the order of their offsets. */
final class PartitionProof {

  private final int partition;
  private final Predicate<String> across;
  private final Iterator<String> lines;
  private final PlainVisits visits;
  private final VisitFindings findings;
  private final Set<String> ids = new HashSet<>();
  private @Nullable VisitRow row;

  /**
   * @param across whether a key has messages in another partition too
   * @param lines the rows of the partition
   */
  PartitionProof(
      int partition,
      Predicate<String> across,
      Iterator<String> lines,
      PlainVisits visits,
      VisitFindings findings)
      throws IOException {
    this.partition = partition;
    this.across = across;
    this.lines = lines;
    this.visits = visits;
    this.findings = findings;
    this.row = nextRow();
  }

  /** Takes the next message of the sites. */
  void take(ConsumerRecord<byte[], byte[]> message) throws IOException {
    VisitRow stored = rowAt(message.offset());
    if (across.test(TopicEvent.keyOf(message))) {
      findings.leaveOut();
      return;
    }
    TopicEvent event = TopicEvent.of(message);
    boolean isFirst = event != null && ids.add(event.siteId() + '/' + event.eventId());
    if (event == null || !isFirst) {
      findings.copy();
      if (stored != null) {
        findings.differ(partition, message.offset(), "the row", "none", "an event");
      }
    } else if (stored == null) {
      findings.differ(partition, message.offset(), "the row", "an event", "none");
    } else {
      findings.event();
      compare(message.offset(), event, stored);
    }
  }

  private void compare(long offset, TopicEvent event, VisitRow stored) {
    PlainVisits.Change change =
        visits.next(event, stored.bot(), stored.hostname(), stored.path(), stored.source());
    for (String column : VisitRow.COLUMNS) {
      String expected = change.columns().getOrDefault(column, "");
      if (!expected.equals(stored.column(column))) {
        findings.differ(partition, offset, column, expected, stored.column(column));
      }
    }
    PlainVisit visit = change.visit();
    boolean opens = visit == null || visit.attributes.isEmpty();
    if (opens && !event.screen().equals(stored.screen())) {
      findings.differ(partition, offset, "screen", event.screen(), stored.screen());
    }
    if (visit != null) {
      visit.add(stored, event.isPageView());
      visit.attributes = opens ? stored.attributes() : visit.attributes;
      if (!visit.attributes.equals(stored.attributes())) {
        findings.differ(
            partition,
            offset,
            "an attribute of the visit",
            visit.attributes.toString(),
            stored.attributes().toString());
      }
    }
  }

  /** Returns when all messages were taken. */
  void end() throws IOException {
    VisitRow left = rowAt(Long.MAX_VALUE);
    if (left != null) {
      findings.differ(partition, left.offset(), "the row", "none", "a row without message");
    }
    findings.add(visits);
  }

  /** The row of this offset, or null; rows before it have no message of their own. */
  private @Nullable VisitRow rowAt(long offset) throws IOException {
    while (row != null && row.offset() < offset) {
      findings.differ(partition, row.offset(), "the row", "one", "another one");
      row = nextRow();
    }
    VisitRow found = row != null && row.offset() == offset ? row : null;
    row = found == null ? row : nextRow();
    return found;
  }

  private @Nullable VisitRow nextRow() throws IOException {
    return lines.hasNext() ? VisitRow.of(lines.next()) : null;
  }
}

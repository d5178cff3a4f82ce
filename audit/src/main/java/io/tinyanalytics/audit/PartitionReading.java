package io.tinyanalytics.audit;

import java.io.IOException;

/** One partition while it is audited: what Kafka held, and what the store held first and last. */
final class PartitionReading {
  private final int partition;
  private final OffsetRange kafka;
  private final Store store;
  private final StoredRows first;
  private StoredRows last;

  PartitionReading(int partition, OffsetRange kafka, Store store) throws IOException {
    this.partition = partition;
    this.kafka = kafka;
    this.store = store;
    this.first = store.rows(partition, kafka.end());
    this.last = first;
  }

  /** Looks at the store again, unless all is stored. */
  void update() throws IOException {
    if (absent() > 0) {
      last = store.rows(partition, kafka.end());
    }
  }

  /** How many of the judged offsets were absent when the store was looked at last. */
  long absent() {
    return judged().size() - last.offsets();
  }

  /** Whether more was stored last than first. */
  boolean hasAdvanced() {
    return last.offsets() > first.offsets();
  }

  /**
   * The verdict.
   *
   * @param idle whether nothing is on its way to the store, in any partition
   */
  PartitionReport report(boolean idle) throws IOException {
    var judged = judged();
    long dueEnd = idle ? judged.end() : first.end(judged.begin());
    var due = new OffsetRange(judged.begin(), dueEnd);
    return new PartitionJudge(partition, judged, last, store).report(due);
  }

  /**
   * What Kafka held when the audit began and, before that, all back to the lowest offset stored, so
   * that messages which Kafka has expired stay part of the proof.
   */
  private OffsetRange judged() {
    return new OffsetRange(Math.min(kafka.begin(), last.lowest(kafka.begin())), kafka.end());
  }
}

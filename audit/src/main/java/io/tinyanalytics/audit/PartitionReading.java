package io.tinyanalytics.audit;

import java.io.IOException;

/**
 * One partition during the audit: what Kafka held, and the first and the last reading of the store.
 */
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

  /** Reads the store again, unless all offsets are stored. */
  void update() throws IOException {
    if (absent() > 0) {
      last = store.rows(partition, kafka.end());
    }
  }

  /** How many of the judged offsets were absent at the last reading. */
  long absent() {
    return judged().size() - last.offsets();
  }

  /** Whether the last reading found more offsets than the first. */
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
   * The offsets that Kafka held when the audit began, extended down to the lowest stored offset. In
   * this way, the proof also covers messages that Kafka has expired.
   */
  private OffsetRange judged() {
    return new OffsetRange(Math.min(kafka.begin(), last.lowest(kafka.begin())), kafka.end());
  }
}

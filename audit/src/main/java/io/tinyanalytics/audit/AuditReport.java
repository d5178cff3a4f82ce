package io.tinyanalytics.audit;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/** The verdicts on all partitions, by number. */
record AuditReport(List<PartitionReport> partitions) {
  AuditReport {
    partitions = List.copyOf(partitions);
  }

  /** Whether nothing is missing and nothing doubled; something may be in flight. */
  boolean isClean() {
    return partitions.stream().allMatch(PartitionReport::isClean);
  }

  long messages() {
    return total(partition -> partition.judged().size());
  }

  long events() {
    return total(PartitionReport::events);
  }

  /** By reason. */
  SortedMap<String, Long> discards() {
    var discards = new TreeMap<String, Long>();
    for (var partition : partitions) {
      partition.discards().forEach((reason, rows) -> discards.merge(reason, rows, Long::sum));
    }
    return discards;
  }

  long inFlight() {
    return total(PartitionReport::inFlight);
  }

  long missing() {
    return total(PartitionReport::missing);
  }

  long doubled() {
    return total(PartitionReport::doubled);
  }

  private long total(ToLongFunction<PartitionReport> figure) {
    return partitions.stream().mapToLong(figure).sum();
  }
}

package io.tinyanalytics.audit;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The verdicts on all partitions, in the order of their numbers.
 *
 * @param values the result of comparing the rows' values, or null if they were not compared
 */
record AuditReport(List<PartitionReport> partitions, @Nullable ValueReport values) {
  AuditReport {
    partitions = List.copyOf(partitions);
  }

  /** Whether nothing is missing, double or different. Offsets in flight are allowed. */
  boolean isClean() {
    return partitions.stream().allMatch(PartitionReport::isClean)
        && (values == null || values.isClean());
  }

  AuditReport with(ValueReport compared) {
    return new AuditReport(partitions, compared);
  }

  long messages() {
    return total(partition -> partition.judged().size());
  }

  long events() {
    return total(PartitionReport::events);
  }

  /** The rows of {@code discards} by reason. */
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

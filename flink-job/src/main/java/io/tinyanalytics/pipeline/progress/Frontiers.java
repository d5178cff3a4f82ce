package io.tinyanalytics.pipeline.progress;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The frontiers of all partitions; a partition once known stays known. */
final class Frontiers {

  private final Map<Integer, PartitionFrontier> partitions = new TreeMap<>();
  private Instant lastObserved = Instant.EPOCH;

  /** Begins with what the table says. */
  Frontiers(Collection<PartitionProgress> stored) {
    stored.forEach(this::put);
  }

  /** Those of the given partitions that are not known yet. */
  Set<Integer> unknownOf(Set<Integer> told) {
    return told.stream()
        .filter(partition -> !partitions.containsKey(partition))
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Adds a partition that Kafka did not tell when it was last observed: until then, nothing can
   * have been acknowledged there.
   *
   * @param beginning its first offset; what Kafka has expired below it is past proving
   */
  void add(int partition, long beginning) {
    put(new PartitionProgress(partition, beginning, lastObserved));
  }

  /**
   * Notes where each partition ended.
   *
   * @param at an instant before Kafka was asked for the partitions and their ends
   */
  void observe(Instant at, Map<Integer, Long> ends) {
    ends.forEach((partition, end) -> of(partition).observe(at, end));
    lastObserved = at;
  }

  /** The frontier of each partition. */
  Map<Integer, Long> offsets() {
    return progress().stream()
        .collect(Collectors.toMap(PartitionProgress::partition, PartitionProgress::frontier));
  }

  /** Takes note of the first offset of each partition that is not stored. */
  void advance(Map<Integer, Long> firstAbsent) {
    firstAbsent.forEach((partition, offset) -> of(partition).advance(offset));
  }

  /** What is known now, in the order of the partitions. */
  List<PartitionProgress> progress() {
    return partitions.values().stream().map(PartitionFrontier::progress).toList();
  }

  private void put(PartitionProgress known) {
    partitions.put(known.partition(), new PartitionFrontier(known));
  }

  private PartitionFrontier of(int partition) {
    PartitionFrontier frontier = partitions.get(partition);
    if (frontier == null) {
      throw new IllegalArgumentException("partition " + partition + " was not added");
    }
    return frontier;
  }
}

package io.tinyanalytics.pipeline.stream;

/**
 * Where a message stands in {@code events.raw}; with it, every row can be traced to its message.
 *
 * @param partition the Kafka partition
 * @param offset the offset within the partition
 * @param appendedAtMillis when the broker appended the message, in milliseconds since the epoch
 */
public record Coordinates(int partition, long offset, long appendedAtMillis) {}

package io.tinyanalytics.pipeline.stream;

/**
 * The position of a message in {@code events.raw}. It links every row to its message.
 *
 * @param partition the Kafka partition
 * @param offset the offset within the partition
 * @param appendedAtMillis when the broker appended the message, in milliseconds since the epoch
 */
public record Coordinates(int partition, long offset, long appendedAtMillis) {}

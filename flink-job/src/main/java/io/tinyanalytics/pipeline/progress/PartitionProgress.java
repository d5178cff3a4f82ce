package io.tinyanalytics.pipeline.progress;

import java.time.Instant;

/**
 * How far one partition of {@code events.raw} is stored: a row of {@code pipeline_progress}.
 *
 * @param partition the Kafka partition
 * @param frontier the first offset that stands in neither {@code events} nor {@code discards}
 * @param completeAsOf what Kafka acknowledged before this instant is stored; the epoch while
 *     nothing is known
 */
public record PartitionProgress(int partition, long frontier, Instant completeAsOf) {}

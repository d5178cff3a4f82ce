package io.tinyanalytics.pipeline.progress;

import java.time.Instant;

/**
 * How far one partition of {@code events.raw} is stored: a row of {@code pipeline_progress}.
 *
 * @param partition the Kafka partition
 * @param frontier the first offset that is in neither {@code events} nor {@code discards}
 * @param completeAsOf every message that Kafka acknowledged before this instant is stored; the
 *     epoch if nothing is known yet
 */
public record PartitionProgress(int partition, long frontier, Instant completeAsOf) {}

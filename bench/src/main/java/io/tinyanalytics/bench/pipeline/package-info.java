/**
 * Compares the rate of the job and the size of its table with those of ClickHouse's own Kafka
 * engine.
 */
@NullMarked
package io.tinyanalytics.bench.pipeline;

import org.jspecify.annotations.NullMarked;

/** The job's rate and the size of its table beside those of ClickHouse's own Kafka engine. */
@NullMarked
package io.tinyanalytics.bench.pipeline;

import org.jspecify.annotations.NullMarked;

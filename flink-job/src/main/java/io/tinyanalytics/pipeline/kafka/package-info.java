/** The Kafka source of {@code events.raw}, and the offsets where it starts. */
@NullMarked
package io.tinyanalytics.pipeline.kafka;

import org.jspecify.annotations.NullMarked;

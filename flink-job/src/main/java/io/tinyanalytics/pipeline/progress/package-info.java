/**
 * How far the store is complete: the frontier of each Kafka partition, and the instant derived from
 * it.
 */
@NullMarked
package io.tinyanalytics.pipeline.progress;

import org.jspecify.annotations.NullMarked;

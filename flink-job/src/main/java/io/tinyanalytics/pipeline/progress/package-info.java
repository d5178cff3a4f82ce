/**
 * How far the store is complete: the frontier of each Kafka partition, and the instant it tells.
 */
@NullMarked
package io.tinyanalytics.pipeline.progress;

import org.jspecify.annotations.NullMarked;

/** Publishes events to Kafka, and keeps the daily salts in a topic. */
@NullMarked
package io.tinyanalytics.ingest.kafka;

import org.jspecify.annotations.NullMarked;

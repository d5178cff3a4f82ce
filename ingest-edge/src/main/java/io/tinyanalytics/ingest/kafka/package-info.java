/** Publishes events to Kafka, and keeps a producer that can. */
@NullMarked
package io.tinyanalytics.ingest.kafka;

import org.jspecify.annotations.NullMarked;

/**
 * Decides about events, from the sender's bytes to the receipt. It is independent of HTTP and
 * Kafka.
 */
@NullMarked
package io.tinyanalytics.ingest.intake;

import org.jspecify.annotations.NullMarked;

/**
 * The decision about one event, from the sender's bytes to its receipt; knows no HTTP and no Kafka.
 */
@NullMarked
package io.tinyanalytics.ingest.intake;

import org.jspecify.annotations.NullMarked;

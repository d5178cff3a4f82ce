/** The ingest edge: takes events over HTTP and answers once Kafka has acknowledged them. */
@NullMarked
package io.tinyanalytics.ingest;

import org.jspecify.annotations.NullMarked;

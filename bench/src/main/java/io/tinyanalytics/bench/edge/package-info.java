/** Compares the edge with a bare HTTP server and with Kafka's own producer. */
@NullMarked
package io.tinyanalytics.bench.edge;

import org.jspecify.annotations.NullMarked;

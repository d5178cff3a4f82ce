/** The edge beside a bare HTTP server, and beside Kafka's own producer. */
@NullMarked
package io.tinyanalytics.bench.edge;

import org.jspecify.annotations.NullMarked;

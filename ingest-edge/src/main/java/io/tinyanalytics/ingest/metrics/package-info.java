/** The metrics of the edge for Prometheus, and the request log. */
@NullMarked
package io.tinyanalytics.ingest.metrics;

import org.jspecify.annotations.NullMarked;

/** What the edge tells about itself to Prometheus. */
@NullMarked
package io.tinyanalytics.ingest.metrics;

import org.jspecify.annotations.NullMarked;

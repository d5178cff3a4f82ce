/** Reads and unpacks the bodies of requests within bounds of size, time and memory. */
@NullMarked
package io.tinyanalytics.ingest.http.body;

import org.jspecify.annotations.NullMarked;

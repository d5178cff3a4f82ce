/** Reads and decompresses request bodies within limits of size, time and memory. */
@NullMarked
package io.tinyanalytics.ingest.http.body;

import org.jspecify.annotations.NullMarked;

/** HTTP: bytes and headers in, status and JSON out. */
@NullMarked
package io.tinyanalytics.ingest.http;

import org.jspecify.annotations.NullMarked;

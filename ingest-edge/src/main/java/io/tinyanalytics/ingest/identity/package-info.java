/** Turns an address into the data that may be kept. No address leaves this package. */
@NullMarked
package io.tinyanalytics.ingest.identity;

import org.jspecify.annotations.NullMarked;

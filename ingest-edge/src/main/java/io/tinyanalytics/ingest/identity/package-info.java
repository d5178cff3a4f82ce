/** Turns an address into what may be kept of it; no address leaves this room. */
@NullMarked
package io.tinyanalytics.ingest.identity;

import org.jspecify.annotations.NullMarked;

/** What bounds the memory and the work that senders can ask for. */
@NullMarked
package io.tinyanalytics.ingest.limits;

import org.jspecify.annotations.NullMarked;

/** Limits the memory and the work that senders can cause. */
@NullMarked
package io.tinyanalytics.ingest.limits;

import org.jspecify.annotations.NullMarked;

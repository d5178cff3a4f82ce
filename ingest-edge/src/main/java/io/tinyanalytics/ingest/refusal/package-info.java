/** Why an event is refused: the codes that senders see and the metrics count. */
@NullMarked
package io.tinyanalytics.ingest.refusal;

import org.jspecify.annotations.NullMarked;

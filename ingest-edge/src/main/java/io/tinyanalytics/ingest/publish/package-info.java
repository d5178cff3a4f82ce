/** The way out: what the edge asks of whoever makes events durable. */
@NullMarked
package io.tinyanalytics.ingest.publish;

import org.jspecify.annotations.NullMarked;

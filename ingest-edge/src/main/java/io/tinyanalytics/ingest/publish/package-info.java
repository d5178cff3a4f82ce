/** The interface between the edge and the code that makes events durable. */
@NullMarked
package io.tinyanalytics.ingest.publish;

import org.jspecify.annotations.NullMarked;

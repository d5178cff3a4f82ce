/** Makes one decision per message: an event, or a discard with its reason. */
@NullMarked
package io.tinyanalytics.pipeline.admit;

import org.jspecify.annotations.NullMarked;

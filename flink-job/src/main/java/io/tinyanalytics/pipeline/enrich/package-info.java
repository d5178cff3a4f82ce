/** Facts derived from an event's own text: pure rules behind one operator. */
@NullMarked
package io.tinyanalytics.pipeline.enrich;

import org.jspecify.annotations.NullMarked;

/** What can be told about an event from its own text; pure rules behind one operator. */
@NullMarked
package io.tinyanalytics.pipeline.enrich;

import org.jspecify.annotations.NullMarked;

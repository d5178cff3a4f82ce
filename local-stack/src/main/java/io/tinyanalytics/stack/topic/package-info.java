/** The topic of raw events and its settings. */
@NullMarked
package io.tinyanalytics.stack.topic;

import org.jspecify.annotations.NullMarked;

/** The topics of raw events and of salts, and their settings. */
@NullMarked
package io.tinyanalytics.stack.topic;

import org.jspecify.annotations.NullMarked;

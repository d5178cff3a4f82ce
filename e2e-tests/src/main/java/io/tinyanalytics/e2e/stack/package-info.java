/** A complete local stack with its own ports and folder, controlled by its scripts. */
@NullMarked
package io.tinyanalytics.e2e.stack;

import org.jspecify.annotations.NullMarked;

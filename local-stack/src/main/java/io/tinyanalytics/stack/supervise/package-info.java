/** Starting in order, keeping alive, ending in reverse order. */
@NullMarked
package io.tinyanalytics.stack.supervise;

import org.jspecify.annotations.NullMarked;

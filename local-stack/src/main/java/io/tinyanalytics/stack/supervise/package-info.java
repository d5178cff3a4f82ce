/** Starts the parts in order, keeps them running, and stops them in reverse order. */
@NullMarked
package io.tinyanalytics.stack.supervise;

import org.jspecify.annotations.NullMarked;

/** Breaks a stack of its own by plan, and tells whether its numbers still hold. */
@NullMarked
package io.tinyanalytics.e2e.chaos;

import org.jspecify.annotations.NullMarked;

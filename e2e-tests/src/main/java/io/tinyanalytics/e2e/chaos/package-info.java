/** Injects planned faults into a temporary stack, and checks that its numbers are still correct. */
@NullMarked
package io.tinyanalytics.e2e.chaos;

import org.jspecify.annotations.NullMarked;

/** Breaks a running stack on purpose, and mends it again. */
@NullMarked
package io.tinyanalytics.e2e.fault;

import org.jspecify.annotations.NullMarked;

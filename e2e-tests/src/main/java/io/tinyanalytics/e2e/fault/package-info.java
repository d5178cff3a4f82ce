/** Injects faults into a running stack and repairs them. */
@NullMarked
package io.tinyanalytics.e2e.fault;

import org.jspecify.annotations.NullMarked;

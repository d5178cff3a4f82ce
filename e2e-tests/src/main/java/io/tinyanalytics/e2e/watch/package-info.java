/** Observes the product during a run: its metrics, and whether it has recovered. */
@NullMarked
package io.tinyanalytics.e2e.watch;

import org.jspecify.annotations.NullMarked;

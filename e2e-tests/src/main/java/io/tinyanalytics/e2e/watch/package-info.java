/** What a run sees of the product: its metrics, and whether it is well. */
@NullMarked
package io.tinyanalytics.e2e.watch;

import org.jspecify.annotations.NullMarked;

/** Visits as sums over the rows of events, beside the ways in which other products count them. */
@NullMarked
package io.tinyanalytics.bench.visits;

import org.jspecify.annotations.NullMarked;

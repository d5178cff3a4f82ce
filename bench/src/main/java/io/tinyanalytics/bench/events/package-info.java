/** Synthetic events that resemble a day of real traffic. They are the same in every run. */
@NullMarked
package io.tinyanalytics.bench.events;

import org.jspecify.annotations.NullMarked;

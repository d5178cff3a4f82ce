/** Made-up events that look like a day of real traffic, the same ones in every run. */
@NullMarked
package io.tinyanalytics.bench.events;

import org.jspecify.annotations.NullMarked;

/** The sink that stores events and discards. */
@NullMarked
package io.tinyanalytics.pipeline.store;

import org.jspecify.annotations.NullMarked;

/** Inserts the same rows in different formats. */
@NullMarked
package io.tinyanalytics.bench.insert;

import org.jspecify.annotations.NullMarked;

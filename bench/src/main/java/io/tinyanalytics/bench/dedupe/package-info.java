/** Measures the cost of the dedupe state, on the heap and in RocksDB. */
@NullMarked
package io.tinyanalytics.bench.dedupe;

import org.jspecify.annotations.NullMarked;

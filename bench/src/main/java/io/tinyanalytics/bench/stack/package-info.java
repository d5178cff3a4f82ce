/** The real servers that a benchmark runs on, in a temporary folder that is deleted at the end. */
@NullMarked
package io.tinyanalytics.bench.stack;

import org.jspecify.annotations.NullMarked;

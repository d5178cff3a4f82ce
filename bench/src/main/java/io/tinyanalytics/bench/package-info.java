/** The command {@code bench}: finds the benchmark of a name and runs it. */
@NullMarked
package io.tinyanalytics.bench;

import org.jspecify.annotations.NullMarked;

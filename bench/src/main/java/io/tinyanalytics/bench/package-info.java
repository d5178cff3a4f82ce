/** The command {@code bench}: finds a benchmark by name and runs it. */
@NullMarked
package io.tinyanalytics.bench;

import org.jspecify.annotations.NullMarked;

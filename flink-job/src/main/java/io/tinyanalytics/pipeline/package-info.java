/** The job and its topology: which stages there are, and how they are connected. */
@NullMarked
package io.tinyanalytics.pipeline;

import org.jspecify.annotations.NullMarked;

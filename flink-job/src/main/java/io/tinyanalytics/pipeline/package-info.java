/** The job and its topology: who is wired to whom, in which order. */
@NullMarked
package io.tinyanalytics.pipeline;

import org.jspecify.annotations.NullMarked;

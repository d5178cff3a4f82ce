/** Stores each sealed batch exactly once, after its checkpoint has completed. */
@NullMarked
package io.tinyanalytics.pipeline.store.committer;

import org.jspecify.annotations.NullMarked;

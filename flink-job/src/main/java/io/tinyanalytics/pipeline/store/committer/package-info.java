/** Stores each sealed batch exactly once, after its checkpoint completed. */
@NullMarked
package io.tinyanalytics.pipeline.store.committer;

import org.jspecify.annotations.NullMarked;

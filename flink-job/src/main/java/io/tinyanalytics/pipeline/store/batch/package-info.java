/** The batch that travels in checkpoints, and its format. */
@NullMarked
package io.tinyanalytics.pipeline.store.batch;

import org.jspecify.annotations.NullMarked;

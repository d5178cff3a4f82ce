/** The batch that checkpoints carry, and its format. */
@NullMarked
package io.tinyanalytics.pipeline.store.batch;

import org.jspecify.annotations.NullMarked;

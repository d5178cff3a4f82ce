/** Gathers rows into blocks, and seals a block when it is full or at a checkpoint. */
@NullMarked
package io.tinyanalytics.pipeline.store.writer;

import org.jspecify.annotations.NullMarked;

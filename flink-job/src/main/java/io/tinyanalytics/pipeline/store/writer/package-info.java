/** Gathers rows into blocks and seals them at size or checkpoint. */
@NullMarked
package io.tinyanalytics.pipeline.store.writer;

import org.jspecify.annotations.NullMarked;

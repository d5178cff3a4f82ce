/** Where messages come from: the source of {@code events.raw} and where it starts. */
@NullMarked
package io.tinyanalytics.pipeline.kafka;

import org.jspecify.annotations.NullMarked;

/** The wire contract of {@code events.raw}: what an event is, and how its bytes are written. */
@NullMarked
package io.tinyanalytics.event;

import org.jspecify.annotations.NullMarked;

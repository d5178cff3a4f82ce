/** The wire contract of {@code events.raw}: what an event is, and how it is written as bytes. */
@NullMarked
package io.tinyanalytics.event;

import org.jspecify.annotations.NullMarked;

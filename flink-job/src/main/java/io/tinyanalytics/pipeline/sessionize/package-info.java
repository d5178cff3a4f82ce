/** Puts each event into a visit, and tells what the event changed in it. */
@NullMarked
package io.tinyanalytics.pipeline.sessionize;

import org.jspecify.annotations.NullMarked;

/** What the store already holds when the job starts. */
@NullMarked
package io.tinyanalytics.pipeline.history;

import org.jspecify.annotations.NullMarked;

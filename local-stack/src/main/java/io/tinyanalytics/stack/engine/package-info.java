/** The main program of the ClickHouse process. It loads the engine and gives it control. */
@NullMarked
package io.tinyanalytics.stack.engine;

import org.jspecify.annotations.NullMarked;

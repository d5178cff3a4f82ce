/**
 * The program that runs inside ClickHouse's own process: it hands the process over to the engine.
 */
@NullMarked
package io.tinyanalytics.stack.engine;

import org.jspecify.annotations.NullMarked;

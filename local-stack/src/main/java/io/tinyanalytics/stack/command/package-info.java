/** The commands a person types: up, down, status, logs, reset. */
@NullMarked
package io.tinyanalytics.stack.command;

import org.jspecify.annotations.NullMarked;

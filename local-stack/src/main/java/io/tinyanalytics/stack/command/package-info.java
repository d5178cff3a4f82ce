/** The commands of the operator, such as up, down, status and reset. */
@NullMarked
package io.tinyanalytics.stack.command;

import org.jspecify.annotations.NullMarked;

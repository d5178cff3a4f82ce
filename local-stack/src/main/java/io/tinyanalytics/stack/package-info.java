/** The local stack's command line: one class that knows every room and wires them. */
@NullMarked
package io.tinyanalytics.stack;

import org.jspecify.annotations.NullMarked;

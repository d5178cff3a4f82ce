/** The servers as operating-system processes: how each is launched, asked and ended. */
@NullMarked
package io.tinyanalytics.stack.process;

import org.jspecify.annotations.NullMarked;

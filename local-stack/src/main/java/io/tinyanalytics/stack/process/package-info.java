/** The servers as operating system processes: how each is launched, checked and stopped. */
@NullMarked
package io.tinyanalytics.stack.process;

import org.jspecify.annotations.NullMarked;

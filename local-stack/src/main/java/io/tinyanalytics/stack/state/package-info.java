/** What the supervisor leaves on disk, so that other shells find the running stack. */
@NullMarked
package io.tinyanalytics.stack.state;

import org.jspecify.annotations.NullMarked;

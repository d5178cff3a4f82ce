/** What the supervisor records on disk, so that commands in other shells find the running stack. */
@NullMarked
package io.tinyanalytics.stack.state;

import org.jspecify.annotations.NullMarked;

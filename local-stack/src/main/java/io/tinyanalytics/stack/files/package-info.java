/** Folders that other processes change while they are read. */
@NullMarked
package io.tinyanalytics.stack.files;

import org.jspecify.annotations.NullMarked;

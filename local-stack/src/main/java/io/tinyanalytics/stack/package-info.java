/** The local stack's command line: one class that knows all packages and connects them. */
@NullMarked
package io.tinyanalytics.stack;

import org.jspecify.annotations.NullMarked;

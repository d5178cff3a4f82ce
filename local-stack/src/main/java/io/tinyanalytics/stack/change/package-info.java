/** The changes of the running job that an operator requests, and how they reach the supervisor. */
@NullMarked
package io.tinyanalytics.stack.change;

import org.jspecify.annotations.NullMarked;

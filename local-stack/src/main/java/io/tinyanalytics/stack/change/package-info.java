/** What an operator wants of the running job, and how the supervisor hears of it. */
@NullMarked
package io.tinyanalytics.stack.change;

import org.jspecify.annotations.NullMarked;

/** The scripts of the repository, run by bash as people run them. */
@NullMarked
package io.tinyanalytics.stack.scripts;

import org.jspecify.annotations.NullMarked;

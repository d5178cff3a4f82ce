/** A whole local stack on ports and in a folder of its own, driven by its scripts. */
@NullMarked
package io.tinyanalytics.e2e.stack;

import org.jspecify.annotations.NullMarked;

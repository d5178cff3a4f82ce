/** Black-box tests: they know the product by its commands, HTTP and SQL only. */
@NullMarked
package io.tinyanalytics.e2e;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.tinyanalytics.e2e.check;

import org.jspecify.annotations.NullMarked;

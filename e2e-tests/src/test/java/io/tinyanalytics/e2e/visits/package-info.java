@NullMarked
package io.tinyanalytics.e2e.visits;

import org.jspecify.annotations.NullMarked;

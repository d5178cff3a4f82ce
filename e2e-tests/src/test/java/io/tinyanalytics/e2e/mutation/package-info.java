@NullMarked
package io.tinyanalytics.e2e.mutation;

import org.jspecify.annotations.NullMarked;

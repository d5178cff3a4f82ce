/** Changed copies of the product, to see that its proof notices what they break. */
@NullMarked
package io.tinyanalytics.e2e.mutation;

import org.jspecify.annotations.NullMarked;

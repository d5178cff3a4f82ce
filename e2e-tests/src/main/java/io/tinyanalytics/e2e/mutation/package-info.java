/** Runs changed copies of the product to test that the checks detect their defects. */
@NullMarked
package io.tinyanalytics.e2e.mutation;

import org.jspecify.annotations.NullMarked;

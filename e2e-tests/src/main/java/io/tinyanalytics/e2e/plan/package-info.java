/**
 * Plans which faults a run injects, and when. The plan depends only on the seed and the length of
 * the run.
 */
@NullMarked
package io.tinyanalytics.e2e.plan;

import org.jspecify.annotations.NullMarked;

/** Which faults a run injects, and when: derived from its seed alone. */
@NullMarked
package io.tinyanalytics.e2e.plan;

import org.jspecify.annotations.NullMarked;

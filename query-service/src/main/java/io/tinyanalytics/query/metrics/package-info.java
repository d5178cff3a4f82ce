/** What the service measures of itself: names, units and sentences. */
@NullMarked
package io.tinyanalytics.query.metrics;

import org.jspecify.annotations.NullMarked;

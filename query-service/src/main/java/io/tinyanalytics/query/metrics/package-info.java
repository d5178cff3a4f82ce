/** The metrics of the service: names, units and help texts. */
@NullMarked
package io.tinyanalytics.query.metrics;

import org.jspecify.annotations.NullMarked;

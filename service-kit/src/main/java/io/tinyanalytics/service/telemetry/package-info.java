/** Metrics that all services have under the same names. */
@NullMarked
package io.tinyanalytics.service.telemetry;

import org.jspecify.annotations.NullMarked;

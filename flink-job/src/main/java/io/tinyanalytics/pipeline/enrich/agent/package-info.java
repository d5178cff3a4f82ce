/** Finds out which device, app, library or robot sent a user agent and its client hints. */
@NullMarked
package io.tinyanalytics.pipeline.enrich.agent;

import org.jspecify.annotations.NullMarked;

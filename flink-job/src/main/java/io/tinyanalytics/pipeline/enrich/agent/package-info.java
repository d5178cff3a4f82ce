/** Tells from a user agent and its client hints which device, app, library or robot sent it. */
@NullMarked
package io.tinyanalytics.pipeline.enrich.agent;

import org.jspecify.annotations.NullMarked;

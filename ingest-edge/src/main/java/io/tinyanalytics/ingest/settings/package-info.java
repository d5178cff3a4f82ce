/** The operator's settings and their checks. Each invalid setting is reported in one sentence. */
@NullMarked
package io.tinyanalytics.ingest.settings;

import org.jspecify.annotations.NullMarked;

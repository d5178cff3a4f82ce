/** What the operator sets, and the one sentence said about what cannot work. */
@NullMarked
package io.tinyanalytics.ingest.settings;

import org.jspecify.annotations.NullMarked;

/** Reads addresses as browsers do: hosts, paths and campaign parameters. */
@NullMarked
package io.tinyanalytics.pipeline.enrich.url;

import org.jspecify.annotations.NullMarked;

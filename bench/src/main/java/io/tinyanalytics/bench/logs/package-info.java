/** Compares the log importer with GoAccess. */
@NullMarked
package io.tinyanalytics.bench.logs;

import org.jspecify.annotations.NullMarked;

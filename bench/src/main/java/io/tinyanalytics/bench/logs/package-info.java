/** The log importer beside GoAccess. */
@NullMarked
package io.tinyanalytics.bench.logs;

import org.jspecify.annotations.NullMarked;

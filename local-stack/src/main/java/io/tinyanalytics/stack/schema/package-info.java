/** The tables: applies the schema files to a ClickHouse over HTTP. */
@NullMarked
package io.tinyanalytics.stack.schema;

import org.jspecify.annotations.NullMarked;

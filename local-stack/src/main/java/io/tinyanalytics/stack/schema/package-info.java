/** Creates the tables: applies the schema files to a ClickHouse server over HTTP. */
@NullMarked
package io.tinyanalytics.stack.schema;

import org.jspecify.annotations.NullMarked;

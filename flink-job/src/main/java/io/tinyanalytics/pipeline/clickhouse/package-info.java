/** ClickHouse over HTTP: requests and answers. */
@NullMarked
package io.tinyanalytics.pipeline.clickhouse;

import org.jspecify.annotations.NullMarked;

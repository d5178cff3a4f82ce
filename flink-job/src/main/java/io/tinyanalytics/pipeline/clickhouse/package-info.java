/** ClickHouse over HTTP: requests, answers, and what is stored already. */
@NullMarked
package io.tinyanalytics.pipeline.clickhouse;

import org.jspecify.annotations.NullMarked;

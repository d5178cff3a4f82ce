/** Where ClickHouse is. */
@NullMarked
package io.tinyanalytics.clickhouse;

import org.jspecify.annotations.NullMarked;

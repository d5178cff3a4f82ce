/** Reports from ClickHouse: the SQL, its parameters and its limits. */
@NullMarked
package io.tinyanalytics.query.clickhouse;

import org.jspecify.annotations.NullMarked;

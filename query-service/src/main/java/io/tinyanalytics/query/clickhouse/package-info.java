/** Reports from ClickHouse: the SQL, its parameters and the bounds it runs in. */
@NullMarked
package io.tinyanalytics.query.clickhouse;

import org.jspecify.annotations.NullMarked;

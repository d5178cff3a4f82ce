package io.tinyanalytics.bench.pipeline;

import io.tinyanalytics.stack.schema.ClickHouseHttp;
import java.io.IOException;
import java.util.Map;

/**
 * The size of a fully merged table on disk.
 *
 * @param rows the number of rows
 * @param bytes the size of the whole table, including projections
 * @param projectionBytes the size of the projections alone
 */
record TableSize(long rows, long bytes, long projectionBytes) {
  private static final String PARTS =
      """
      SELECT sum(rows), sum(bytes_on_disk) FROM system.parts
      WHERE active AND database = {database:String} AND table = {table:String}""";

  private static final String PROJECTIONS =
      """
      SELECT sum(bytes_on_disk) FROM system.projection_parts
      WHERE active AND database = {database:String} AND table = {table:String}""";

  /** Merges the table and measures its size. */
  static TableSize of(ClickHouseHttp clickHouse, String database, String table) throws IOException {
    clickHouse.execute("OPTIMIZE TABLE " + database + "." + table + " FINAL");
    var where = Map.of("database", database, "table", table);
    var parts = clickHouse.execute(PARTS, where).strip().split("\t", -1);
    long projections = Long.parseLong(clickHouse.execute(PROJECTIONS, where).strip());
    return new TableSize(Long.parseLong(parts[0]), Long.parseLong(parts[1]), projections);
  }

  double bytesPerRow() {
    return (double) bytes / rows;
  }

  double projectionBytesPerRow() {
    return (double) projectionBytes / rows;
  }
}

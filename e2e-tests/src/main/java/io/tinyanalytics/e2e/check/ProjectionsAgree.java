package io.tinyanalytics.e2e.check;

import io.tinyanalytics.e2e.stack.Stack;
import java.io.IOException;

/**
 * Checks that each projection of the product's tables agrees with the rows and exists in every
 * part. It also finds projections that later versions add.
 */
final class ProjectionsAgree implements Check {

  private static final String PROJECTIONS =
      """
      SELECT table, name, toString(type), query FROM system.projections
      WHERE database = 'analytics' ORDER BY table, name FORMAT TSVRaw""";

  private final Stack stack;

  ProjectionsAgree(Stack stack) {
    this.stack = stack;
  }

  @Override
  public String name() {
    return "each projection agrees with the raw rows";
  }

  @Override
  public boolean holds(Figures figures) throws IOException, InterruptedException {
    boolean agree = true;
    for (String line : stack.sql(PROJECTIONS)) {
      String[] fields = line.split("\t", -1);
      String name = fields[0] + "." + fields[1];
      String rows = stack.sql(sums(raw(fields)) + " SETTINGS optimize_use_projections = 0").get(0);
      String projected = stack.sql(projected(fields)).get(0);
      figures.put(name + "_rows_and_sum", rows.replace('\t', ' '));
      if (!rows.equals(projected)) {
        figures.put(name + "_says", projected.replace('\t', ' '));
        agree = false;
      }
      long absent = figures.put(name + "_parts_without_it", partsWithout(fields[0], fields[1]));
      agree &= absent == 0;
    }
    return agree;
  }

  /**
   * Reads the projection: a normal one like a table, an aggregating one by its query. ClickHouse
   * has to be told which one, because a projection with more keys can answer the query too.
   */
  private static String projected(String[] projection) {
    return projection[2].equals("Normal")
        ? sums(
            "SELECT %s FROM mergeTreeProjection(analytics, %s, %s)"
                .formatted(columns(projection[3]), projection[0], projection[1]))
        : sums(raw(projection))
            + " SETTINGS preferred_optimize_projection_name = '%1$s',".formatted(projection[1])
            + " force_optimize_projection_name = '%1$s'".formatted(projection[1]);
  }

  /** Runs the projection's query on the rows of its table. */
  private static String raw(String[] projection) {
    String query = projection[3];
    String from = " FROM analytics." + projection[0];
    int clause = clause(query);
    String groupBy =
        query.contains(" GROUP BY ") ? query.substring(query.indexOf(" GROUP BY ")) : "";
    return query.substring(0, clause) + from + groupBy;
  }

  private static String columns(String query) {
    return query.substring("SELECT ".length(), clause(query));
  }

  private static int clause(String query) {
    int groupBy = query.indexOf(" GROUP BY ");
    int orderBy = query.indexOf(" ORDER BY ");
    int first = groupBy >= 0 ? groupBy : orderBy;
    return first >= 0 ? first : query.length();
  }

  private static String sums(String query) {
    return "SELECT count(), sum(cityHash64(*)) FROM (" + query + ")";
  }

  private long partsWithout(String table, String projection)
      throws IOException, InterruptedException {
    String sql =
        """
        SELECT count() FROM system.parts
        WHERE database = 'analytics' AND table = '%1$s' AND active AND rows > 0 AND name NOT IN
            (SELECT parent_name FROM system.projection_parts
                WHERE database = 'analytics' AND table = '%1$s' AND name = '%2$s'
                    AND active AND NOT is_broken)"""
            .formatted(table, projection);
    return Long.parseLong(stack.sql(sql).get(0));
  }
}

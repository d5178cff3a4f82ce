package io.tinyanalytics.e2e.check;

import io.tinyanalytics.e2e.stack.Stack;
import java.io.IOException;
import java.util.List;

/**
 * A check that passes if its SQL queries find no offenders.
 *
 * @param counts figures for the report, each a query that returns one number
 * @param offenders what must not exist, each a query that returns one column with the names of the
 *     offenders
 */
record NoOffenders(Stack stack, String name, List<Query> counts, List<Query> offenders)
    implements Check {

  private static final int NAMED = 5;

  /** The name of a figure, and the query that finds it. */
  record Query(String figure, String sql) {}

  @Override
  public boolean holds(Figures figures) throws IOException, InterruptedException {
    for (Query count : counts) {
      figures.put(count.figure(), Long.parseLong(stack.sql(count.sql()).get(0)));
    }
    long found = 0;
    for (Query offender : offenders) {
      String sql =
          "SELECT count(), arrayStringConcat(groupArray(%d)(who), ' ') FROM (%s)"
              .formatted(NAMED, offender.sql());
      String[] answer = stack.sql(sql).get(0).split("\t", 2);
      long number = figures.put(offender.figure(), Long.parseLong(answer[0]));
      if (number > 0) {
        figures.put(offender.figure() + "_such_as", answer[1]);
      }
      found += number;
    }
    return found == 0;
  }
}

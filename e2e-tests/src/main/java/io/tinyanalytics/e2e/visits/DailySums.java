package io.tinyanalytics.e2e.visits;

import io.tinyanalytics.e2e.stack.Stack;
import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The daily figures as SQL over {@code events}, each as a sum over its rows. */
final class DailySums {

  private static final String VISITOR =
      "if(visitor_id != 0, toString(visitor_id), concat('user ', user_id))";

  /** Each figure: its name, what it is grouped by, its value, and which rows it takes. */
  private static final List<Figure> FIGURES =
      List.of(
          new Figure("visits", "visit_date", "''", "sum(visit_started)", "visit_id != 0"),
          new Figure(
              "bounces",
              "visit_date",
              "''",
              "sum(visit_started) - sum(visit_engaged)",
              "visit_id != 0"),
          new Figure("millis", "visit_date", "''", "sum(visit_millis)", "visit_id != 0"),
          new Figure(
              "visits by source", "visit_date", "source", "sum(visit_started)", "visit_id != 0"),
          new Figure(
              "entries", "visit_date", "entry_path", "sum(visit_entered)", "visit_entered = 1"),
          new Figure(
              "exits",
              "visit_date",
              "pages.1",
              "sum(pages.2)",
              "visit_id != 0 AND event_name = 'pageview' AND pages.1 != ''"),
          new Figure("pageviews", "event_date", "path", "count()", "event_name = 'pageview'"),
          new Figure("visitors", "event_date", "''", "sum(visitor_first)", "visitor_first = 1"),
          new Figure(
              "visitors by source",
              "event_date",
              "source",
              "sum(source_first)",
              "source_first = 1"),
          new Figure(
              "visitors by page",
              "event_date",
              "concat(hostname, '|', path)",
              "sum(page_first)",
              "page_first = 1"));

  /** The figures of visitors, counted instead of summed. */
  private static final List<Figure> COUNTED =
      List.of(
          counted("visitors", "''"),
          counted("visitors by source", "source"),
          counted("visitors by page", "concat(hostname, '|', path)"));

  private final Stack stack;
  private final String sitePrefix;

  DailySums(Stack stack, String sitePrefix) {
    this.stack = stack;
    this.sitePrefix = sitePrefix;
  }

  private record Figure(String name, String day, String group, String value, String where) {}

  private static Figure counted(String name, String group) {
    return new Figure(
        name,
        "event_date",
        group,
        "uniqExact(" + VISITOR + ")",
        "visit_id != 0 AND event_name != 'engagement'");
  }

  /** The text of one figure of a day. */
  static String key(String figure, String site, String day, boolean bot, String group) {
    return String.join("|", figure, site, day, String.valueOf(bot), group);
  }

  /** All figures that are not zero, as sums. */
  SortedMap<String, Long> sums() throws IOException, InterruptedException {
    return ask(FIGURES);
  }

  /** The figures of visitors, as exact counts of distinct visitors. */
  SortedMap<String, Long> counts() throws IOException, InterruptedException {
    return ask(COUNTED);
  }

  /** Whether a figure is one that {@link #counts} returns. */
  static boolean isCounted(String key) {
    return key.startsWith("visitors");
  }

  private SortedMap<String, Long> ask(List<Figure> figures)
      throws IOException, InterruptedException {
    SortedMap<String, Long> result = new TreeMap<>();
    for (Figure figure : figures) {
      try (Stream<String> lines = stack.lines(sql(figure))) {
        lines.forEach(
            line -> {
              int tab = line.indexOf('\t');
              result.put(line.substring(tab + 1), Long.parseLong(line.substring(0, tab)));
            });
      }
    }
    return result;
  }

  private String sql(Figure figure) {
    String join =
        figure.name().equals("exits") ? "ARRAY JOIN [(path, 1), (left_path, -1)] AS pages" : "";
    return """
    SELECT toInt64(%s) AS value,
        concat('%s|', site_id, '|', toString(%s), '|', toString(is_bot), '|', %s) AS figure
    FROM analytics.events %s
    WHERE startsWith(site_id, '%s') AND %s
    GROUP BY figure HAVING value != 0 FORMAT TSVRaw\
    """
        .formatted(
            figure.value(),
            figure.name(),
            figure.day(),
            figure.group(),
            join,
            sitePrefix,
            figure.where());
  }
}

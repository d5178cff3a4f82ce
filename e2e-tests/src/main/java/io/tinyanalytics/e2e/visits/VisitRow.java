package io.tinyanalytics.e2e.visits;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A stored row of {@code events}, everything as text.
 *
 * @param bot, hostname, path and source are what the job's enrichment made of the event
 * @param columns the columns that the reference computes too, by name
 * @param attributes the attributes of the visit, in the order of {@link #ATTRIBUTES}
 */
record VisitRow(
    long offset,
    String eventId,
    boolean bot,
    String hostname,
    String path,
    String source,
    Map<String, String> columns,
    List<String> attributes) {

  static final List<String> COLUMNS =
      List.of(
          "event_date",
          "visit_id",
          "visit_date",
          "visit_began",
          "visit_started",
          "visit_engaged",
          "visit_millis",
          "visit_entered",
          "entry_path",
          "left_path",
          "visit_referrer",
          "visitor_first",
          "source_first",
          "page_first");

  static final List<String> ATTRIBUTES =
      List.of(
          "source",
          "utm_source",
          "utm_medium",
          "utm_campaign",
          "utm_term",
          "utm_content",
          "visit_referrer",
          "country",
          "device_type",
          "browser",
          "browser_version",
          "os",
          "os_version",
          "language",
          "screen",
          "is_bot",
          "bot_name");

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SCREEN = ATTRIBUTES.indexOf("screen");

  String column(String name) {
    return columns.getOrDefault(name, "");
  }

  String screen() {
    return attributes.get(SCREEN);
  }

  /** The statement that reads the rows of a partition in the order of their offsets. */
  static String select(int partition, long begin, String sitePrefix) {
    return """
    SELECT toString(_kafka_offset), event_id, toString(is_bot), hostname, path, source, [%s], [%s]
    FROM analytics.events
    WHERE _kafka_partition = %d AND _kafka_offset >= %d AND startsWith(site_id, '%s')
    ORDER BY _kafka_offset FORMAT JSONCompactEachRow\
    """
        .formatted(texts(COLUMNS), texts(ATTRIBUTES), partition, begin, sitePrefix);
  }

  private static String texts(List<String> columns) {
    return columns.stream()
        .map(
            name ->
                name.equals("visit_began")
                    ? "toString(toUnixTimestamp64Milli(visit_began))"
                    : "toString(" + name + ")")
        .collect(Collectors.joining(", "));
  }

  static VisitRow of(String line) throws IOException {
    JsonNode row = JSON.readTree(line);
    Map<String, String> columns = new HashMap<>();
    for (int i = 0; i < COLUMNS.size(); i++) {
      columns.put(COLUMNS.get(i), row.path(6).path(i).asText());
    }
    List<String> attributes = new ArrayList<>();
    row.path(7).forEach(attribute -> attributes.add(attribute.asText()));
    return new VisitRow(
        row.path(0).asLong(),
        row.path(1).asText(),
        row.path(2).asText().equals("true"),
        row.path(3).asText(),
        row.path(4).asText(),
        row.path(5).asText(),
        columns,
        attributes);
  }
}

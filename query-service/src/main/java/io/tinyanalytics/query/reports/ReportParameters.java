package io.tinyanalytics.query.reports;

import io.tinyanalytics.query.errors.ApiException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a report's request from query parameters. All reports accept the same parameters. {@code
 * limit} and {@code by} do not affect a series, but must be valid there too.
 */
record ReportParameters(Map<String, List<String>> given) {
  static final ParameterNames NAMES =
      new ParameterNames(List.of("site_id", "from", "to", "bots", "by", "limit"));
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
  private static final int DEFAULT_LIMIT = 20;
  private static final int MAX_LIMIT = 100;

  /**
   * @throws ApiException naming the first parameter that is unknown, missing or invalid
   */
  ReportRequest request(Report asked) {
    NAMES.requireKnown(given.keySet());
    String siteId = required("site_id");
    ReportPeriod period = ReportPeriod.parse(required("from"), required("to"));
    boolean bots = is("bots", "true", "false");
    boolean byUrl = is("by", "url", "page");
    int limit = limit();
    if (asked == Report.TOP_PAGES) {
      return new ReportRequest(
          byUrl ? Report.TOP_URLS : Report.TOP_PAGES, siteId, period, bots, limit);
    }
    return new ReportRequest(asked, siteId, period.ofASeries(), bots, ReportRequest.WHOLE);
  }

  private int limit() {
    String text = single("limit");
    if (text == null) {
      return DEFAULT_LIMIT;
    }
    int limit = NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
    if (limit < 1 || limit > MAX_LIMIT) {
      throw ApiException.invalidValue("limit", "must be a number from 1 to " + MAX_LIMIT);
    }
    return limit;
  }

  /**
   * Whether the parameter has the value {@code asked}. If it is absent, it has the value {@code
   * other}.
   */
  private boolean is(String field, String asked, String other) {
    String text = single(field);
    if (text == null || text.equals(other)) {
      return false;
    }
    if (text.equals(asked)) {
      return true;
    }
    throw ApiException.invalidValue(field, "must be %s or %s".formatted(asked, other));
  }

  /** Returns a required parameter. An empty value counts as missing. */
  private String required(String field) {
    String text = single(field);
    if (text == null || text.isEmpty()) {
      throw ApiException.missingField(field);
    }
    return text;
  }

  private @Nullable String single(String field) {
    List<String> values = given.getOrDefault(field, List.of());
    if (values.size() > 1) {
      throw ApiException.invalidValue(field, "must be given once");
    }
    return values.isEmpty() ? null : values.get(0);
  }
}

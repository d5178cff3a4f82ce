package io.tinyanalytics.query.reports;

import io.tinyanalytics.query.errors.ApiException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a report's request from query parameters; names it does not know are passed over. */
record ReportParameters(Map<String, List<String>> given) {
  private static final int DEFAULT_LIMIT = 20;
  private static final int MAX_LIMIT = 100;

  /**
   * @throws ApiException naming the first parameter that is missing or wrong
   */
  ReportRequest request(Report report) {
    String siteId = required("site_id");
    ReportPeriod period = ReportPeriod.parse(required("from"), required("to"));
    int limit = report == Report.TOP_PAGES ? limit() : ReportRequest.WHOLE;
    return new ReportRequest(report, siteId, period, limit);
  }

  private int limit() {
    String text = single("limit");
    if (text == null) {
      return DEFAULT_LIMIT;
    }
    try {
      int limit = Integer.parseInt(text);
      if (limit >= 1 && limit <= MAX_LIMIT) {
        return limit;
      }
    } catch (NumberFormatException notANumber) {
      // Falls through: whatever is not a number is out of range as well.
    }
    throw ApiException.invalidValue("limit", "must be a number from 1 to " + MAX_LIMIT);
  }

  private String required(String field) {
    String text = single(field);
    if (text == null) {
      throw ApiException.missingField(field);
    }
    return text;
  }

  /** An empty value is an absent one. */
  private @Nullable String single(String field) {
    List<String> values = given.getOrDefault(field, List.of());
    if (values.size() > 1) {
      throw ApiException.invalidValue(field, "must be given once");
    }
    return values.isEmpty() || values.get(0).isEmpty() ? null : values.get(0);
  }
}

package io.tinyanalytics.query.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tinyanalytics.query.errors.ApiException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportParametersTest {
  private static final ReportPeriod MARCH = ReportPeriod.parse("2024-03-01", "2024-03-31");

  private final Map<String, List<String>> given = new HashMap<>();

  ReportParametersTest() {
    given.put("site_id", List.of("site-1"));
    given.put("from", List.of("2024-03-01"));
    given.put("to", List.of("2024-03-31"));
  }

  private ReportRequest request(Report report) {
    return new ReportParameters(given).request(report);
  }

  @Test
  void wantsTwentyPagesUnlessTold() {
    assertThat(request(Report.TOP_PAGES))
        .isEqualTo(new ReportRequest(Report.TOP_PAGES, "site-1", MARCH, 20));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "100, 100", "007, 7"})
  void takesALimitInRange(String text, int limit) {
    given.put("limit", List.of(text));

    assertThat(request(Report.TOP_PAGES).limit()).isEqualTo(limit);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "101", "4294967297", "ten", "1.5", " 5", "5;DROP"})
  void refusesALimitOutOfRange(String text) {
    given.put("limit", List.of(text));

    assertThatThrownBy(() -> request(Report.TOP_PAGES))
        .isInstanceOf(ApiException.class)
        .hasMessage("limit must be a number from 1 to 100");
  }

  @Test
  void passesOverALimitWhereThereIsNone() {
    given.put("limit", List.of("0"));

    assertThat(request(Report.PAGEVIEWS).limit()).isEqualTo(ReportRequest.WHOLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"site_id", "from", "to"})
  void refusesARequestWithoutARequiredField(String field) {
    given.put(field, List.of(""));
    assertThatThrownBy(() -> request(Report.PAGEVIEWS)).hasMessage(field + " is missing");

    given.remove(field);
    assertThatThrownBy(() -> request(Report.PAGEVIEWS)).hasMessage(field + " is missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"site_id", "from", "to", "limit"})
  void refusesAFieldGivenTwice(String field) {
    given.put(field, List.of("2024-03-01", "2024-03-01"));

    assertThatThrownBy(() -> request(Report.TOP_PAGES))
        .isInstanceOf(ApiException.class)
        .hasMessage(field + " must be given once");
  }
}

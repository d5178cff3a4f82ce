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
import org.junit.jupiter.params.provider.EnumSource;
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

  private void assertRefused(Report report, String sentence) {
    assertThatThrownBy(() -> request(report)).isInstanceOf(ApiException.class).hasMessage(sentence);
  }

  @Test
  void wantsTwentyPagesOfPeopleUnlessTold() {
    assertThat(request(Report.TOP_PAGES))
        .isEqualTo(new ReportRequest(Report.TOP_PAGES, "site-1", MARCH, false, 20));
  }

  @ParameterizedTest
  @EnumSource(names = {"PAGEVIEWS", "UNIQUE_USERS"})
  void wantsAWholeSeriesWhateverTheLimit(Report report) {
    given.put("limit", List.of("5"));
    given.put("by", List.of("url"));

    assertThat(request(report))
        .isEqualTo(new ReportRequest(report, "site-1", MARCH, false, ReportRequest.WHOLE));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "100, 100", "007, 7"})
  void takesALimitInRange(String text, int limit) {
    given.put("limit", List.of(text));

    assertThat(request(Report.TOP_PAGES).limit()).isEqualTo(limit);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "-1", "101", "4294967297", "ten", "1.5", " 5", "+5", "٥", "5;DROP", ""})
  void refusesALimitOutOfRange(String text) {
    given.put("limit", List.of(text));

    assertRefused(Report.TOP_PAGES, "limit must be a number from 1 to 100");
    assertRefused(Report.PAGEVIEWS, "limit must be a number from 1 to 100");
  }

  @ParameterizedTest
  @CsvSource({"true, true", "false, false"})
  void countsBotsWhenToldTo(String text, boolean bots) {
    given.put("bots", List.of(text));

    for (Report report : List.of(Report.PAGEVIEWS, Report.UNIQUE_USERS, Report.TOP_PAGES)) {
      assertThat(request(report).bots()).isEqualTo(bots);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "yes", "TRUE", "true ", "null"})
  void refusesBotsThatAreNeitherTrueNorFalse(String text) {
    given.put("bots", List.of(text));

    assertRefused(Report.UNIQUE_USERS, "bots must be true or false");
  }

  @ParameterizedTest
  @CsvSource({"page, TOP_PAGES", "url, TOP_URLS"})
  void groupsByPageOrByUrl(String by, Report report) {
    given.put("by", List.of(by));

    assertThat(request(Report.TOP_PAGES).report()).isEqualTo(report);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "URL", "path", "host"})
  void refusesToGroupByAnythingElse(String by) {
    given.put("by", List.of(by));

    assertRefused(Report.TOP_PAGES, "by must be url or page");
  }

  @ParameterizedTest
  @ValueSource(strings = {"site_id", "from", "to"})
  void refusesARequestWithoutARequiredField(String field) {
    given.put(field, List.of(""));
    assertRefused(Report.PAGEVIEWS, field + " is missing");

    given.remove(field);
    assertRefused(Report.PAGEVIEWS, field + " is missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"site_id", "from", "to", "bots", "by", "limit"})
  void refusesAFieldGivenTwice(String field) {
    given.put(field, List.of("2024-03-01", "2024-03-01"));

    assertRefused(Report.TOP_PAGES, field + " must be given once");
  }

  @Test
  void refusesASeriesOfMoreThanTenYears() {
    given.put("from", List.of("2014-03-24"));
    assertRefused(Report.PAGEVIEWS, "to must be within 3660 days of from, both included");
    assertThat(request(Report.TOP_PAGES).period().from()).hasToString("2014-03-24");

    given.put("from", List.of("2014-03-25"));
    assertThat(request(Report.PAGEVIEWS).period().days()).hasSize(3660);
  }

  @Test
  void refusesAParameterThatItDoesNotKnow() {
    given.put("bot", List.of("true"));

    assertRefused(
        Report.TOP_PAGES,
        "a parameter is unknown (did you mean bots?);"
            + " the parameters are site_id, from, to, bots, by, limit");
  }
}

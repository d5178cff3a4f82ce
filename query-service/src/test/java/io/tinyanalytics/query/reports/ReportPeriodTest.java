package io.tinyanalytics.query.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tinyanalytics.query.errors.ApiException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportPeriodTest {

  @Test
  void holdsBothItsDays() {
    assertThat(ReportPeriod.parse("2024-02-28", "2024-02-29"))
        .isEqualTo(new ReportPeriod(LocalDate.of(2024, 2, 28), LocalDate.of(2024, 2, 29)));
  }

  @ParameterizedTest
  @CsvSource({"2024-01-01, 2024-01-01", "1970-01-01, 2149-06-06"})
  void mayBeOneDayOrAllThatCanBeStored(String from, String to) {
    ReportPeriod period = ReportPeriod.parse(from, to);

    assertThat(period.from()).hasToString(from);
    assertThat(period.to()).hasToString(to);
  }

  @Test
  void hasEachOfItsDays() {
    assertThat(ReportPeriod.parse("2024-02-28", "2024-03-01").days())
        .extracting(LocalDate::toString)
        .containsExactly("2024-02-28", "2024-02-29", "2024-03-01");
    assertThat(ReportPeriod.parse("2149-06-06", "2149-06-06").days()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yesterday",
        "2024-1-1",
        "2024-02-30",
        "2023-02-29",
        "01.02.2024",
        "20240101",
        "2024-01-01T00:00",
        " "
      })
  void refusesWhatIsNoDate(String text) {
    assertThatThrownBy(() -> ReportPeriod.parse(text, "2024-01-01"))
        .isInstanceOf(ApiException.class)
        .hasMessage("from must be a date that exists, written as YYYY-MM-DD");
    assertThatThrownBy(() -> ReportPeriod.parse("2024-01-01", text))
        .isInstanceOf(ApiException.class)
        .hasMessage("to must be a date that exists, written as YYYY-MM-DD");
  }

  @Test
  void refusesDaysThatCannotBeStored() {
    assertThatThrownBy(() -> ReportPeriod.parse("1969-12-31", "2024-01-01"))
        .hasMessage("from must be between 1970-01-01 and 2149-06-06");
    assertThatThrownBy(() -> ReportPeriod.parse("2024-01-01", "2149-06-07"))
        .hasMessage("to must be between 1970-01-01 and 2149-06-06");
    assertThatThrownBy(() -> ReportPeriod.parse("2024-01-01", "+999999999-12-31"))
        .hasMessage("to must be between 1970-01-01 and 2149-06-06");
  }

  @Test
  void refusesToEndBeforeItBegins() {
    assertThatThrownBy(() -> ReportPeriod.parse("2024-01-02", "2024-01-01"))
        .isInstanceOf(ApiException.class)
        .hasMessage("from must not be after to");
  }
}

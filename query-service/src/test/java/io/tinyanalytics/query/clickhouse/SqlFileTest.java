package io.tinyanalytics.query.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tinyanalytics.query.reports.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SqlFileTest {

  @ParameterizedTest
  @EnumSource
  void loadsAnExplainedStatementForEachReport(Report report) {
    assertThat(SqlFile.load(report.word()))
        .contains("-- Question:", "-- Parameters:", "-- Sorting key:", "-- Duplicates:")
        .contains("{site_id:String}", "BETWEEN {from:Date} AND {to:Date}");
  }

  @Test
  void failsForAStatementThatDoesNotShip() {
    assertThatThrownBy(() -> SqlFile.load("bounces"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("The service was built without /sql/bounces.sql");
  }
}

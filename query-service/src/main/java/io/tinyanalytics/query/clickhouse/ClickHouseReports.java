package io.tinyanalytics.query.clickhouse;

import io.tinyanalytics.query.reports.Answer;
import io.tinyanalytics.query.reports.Figure;
import io.tinyanalytics.query.reports.Report;
import io.tinyanalytics.query.reports.ReportRequest;
import io.tinyanalytics.query.reports.Reports;
import io.tinyanalytics.query.reports.ReportsUnavailableException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers each report with the statement of the same name, whose rows are (subject, value). It
 * first asks how far the table is complete: rows that arrive in between only improve the answer. If
 * ClickHouse cannot answer for any reason, even a missing table, the caller sees "unavailable" and
 * the log shows the reason.
 */
public final class ClickHouseReports implements Reports {
  private static final Logger LOG = LoggerFactory.getLogger(ClickHouseReports.class);

  private final ClickHouseReader client;
  private final Map<Report, String> statements = new EnumMap<>(Report.class);
  private final String dataAsOf = SqlFile.load("data-as-of");

  public ClickHouseReports(ClickHouseReader client) {
    this.client = client;
    for (Report report : Report.values()) {
      statements.put(report, SqlFile.load(report.word()));
    }
  }

  @Override
  public Answer answer(ReportRequest request) {
    try {
      Instant complete = dataAsOf();
      return new Answer(complete, figures(request));
    } catch (SQLException failure) {
      LOG.warn("ClickHouse gave no {}: {}", request.report().word(), reason(failure));
      throw new ReportsUnavailableException("ClickHouse gave no answer", failure);
    }
  }

  private @Nullable Instant dataAsOf() throws SQLException {
    long millis = client.select(dataAsOf, Map.of(), row -> row.getLong(1)).get(0);
    return millis == 0 ? null : Instant.ofEpochMilli(millis);
  }

  private List<Figure> figures(ReportRequest request) throws SQLException {
    return client.select(
        String.valueOf(statements.get(request.report())),
        parameters(request),
        row -> new Figure(row.getString(1), row.getLong(2)));
  }

  /** The innermost cause, because the driver's own message says only that there is one. */
  private static String reason(Throwable failure) {
    Throwable innermost = failure;
    while (innermost.getCause() != null) {
      innermost = innermost.getCause();
    }
    return innermost.toString();
  }

  private static Map<String, String> parameters(ReportRequest request) {
    return Map.of(
        "site_id", request.siteId(),
        "from", request.period().from().toString(),
        "to", request.period().to().toString(),
        "bots", Boolean.toString(request.bots()),
        "limit", Integer.toString(request.limit()));
  }
}

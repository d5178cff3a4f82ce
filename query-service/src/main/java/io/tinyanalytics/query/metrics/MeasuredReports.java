package io.tinyanalytics.query.metrics;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.tinyanalytics.query.reports.Answer;
import io.tinyanalytics.query.reports.Report;
import io.tinyanalytics.query.reports.ReportRequest;
import io.tinyanalytics.query.reports.Reports;

/**
 * Measures the queries to the store. Each query is counted in {@code query_report_seconds}; a query
 * without an answer is also counted in {@code query_report_failures_total}.
 */
public final class MeasuredReports implements Reports {
  private final Reports reports;
  private final Histogram seconds;
  private final Counter failures;

  public MeasuredReports(Reports reports, PrometheusRegistry registry) {
    this.reports = reports;
    this.seconds =
        Histogram.builder()
            .name("query_report_seconds")
            .help("Time the store took for a report, answered or not.")
            .labelNames("report")
            .classicOnly()
            .register(registry);
    this.failures =
        Counter.builder()
            .name("query_report_failures_total")
            .help("Reports the store did not answer.")
            .labelNames("report")
            .register(registry);
    for (Report report : Report.values()) {
      seconds.initLabelValues(report.word());
      failures.initLabelValues(report.word());
    }
  }

  @Override
  public Answer answer(ReportRequest request) {
    String report = request.report().word();
    try {
      return seconds.labelValues(report).time(() -> reports.answer(request));
    } catch (RuntimeException failure) {
      failures.labelValues(report).inc();
      throw failure;
    }
  }
}

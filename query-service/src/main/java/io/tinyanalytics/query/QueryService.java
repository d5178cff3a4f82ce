package io.tinyanalytics.query;

import io.dropwizard.core.server.AbstractServerFactory;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jetty.MutableServletContextHandler;
import io.dropwizard.util.Duration;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.tinyanalytics.query.access.Sites;
import io.tinyanalytics.query.clickhouse.ClickHouseReader;
import io.tinyanalytics.query.clickhouse.ClickHouseReports;
import io.tinyanalytics.query.clickhouse.ClickHouseSettings;
import io.tinyanalytics.query.errors.ErrorMapper;
import io.tinyanalytics.query.health.HealthzResource;
import io.tinyanalytics.query.metrics.CacheMetrics;
import io.tinyanalytics.query.metrics.MeasuredReports;
import io.tinyanalytics.query.reports.CachedReports;
import io.tinyanalytics.query.reports.OpenApiResource;
import io.tinyanalytics.query.reports.Reports;
import io.tinyanalytics.query.reports.ReportsResource;
import io.tinyanalytics.service.Service;
import io.tinyanalytics.service.errors.JsonErrorHandler;
import io.tinyanalytics.service.health.ConditionCheck;
import io.tinyanalytics.service.http.CrossOrigin;
import io.tinyanalytics.service.sites.WatchedSites;
import io.tinyanalytics.service.telemetry.HttpMetrics;
import io.tinyanalytics.service.telemetry.RequestLabels;
import io.tinyanalytics.service.telemetry.Telemetry;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;

/** Wires the parts that a request passes through: resource, access, cache, metrics, ClickHouse. */
public final class QueryService extends Service<QueryConfiguration> {

  private static final RequestLabels LABELS =
      new RequestLabels(
          Set.of(
              "/v1/metrics/pageviews",
              "/v1/metrics/unique-users",
              "/v1/metrics/top-pages",
              "/openapi.yaml",
              "/healthz"));

  /** The request headers that a page of another origin may send. */
  private static final List<String> HEADERS = List.of("X-TA-API-Key", "Cache-Control");

  public static void main(String[] arguments) throws Exception {
    new QueryService().run(arguments);
  }

  @Override
  public String getName() {
    return "query-service";
  }

  @Override
  public void run(QueryConfiguration configuration, Environment environment) {
    PrometheusRegistry registry = new PrometheusRegistry();
    WatchedSites<Sites> sites = Sites.in(Path.of(configuration.sites()));
    sites.start(environment, registry);
    ClickHouseReader clickhouse = clickhouse(configuration, environment);
    Reports store = new MeasuredReports(new ClickHouseReports(clickhouse), registry);
    CachedReports reports =
        new CachedReports(
            store,
            executor(configuration.clickhouse(), environment),
            configuration.clickhouse().timeout().toJavaDuration(),
            configuration.cachedFigures());
    CacheMetrics.register(registry, reports);

    environment.jersey().register(new ReportsResource(sites, reports, InstantSource.system()));
    environment.jersey().register(new OpenApiResource());
    environment.jersey().register(new HealthzResource());
    answerErrorsAsJson(configuration, environment);
    wrapPublicPort(configuration, environment, registry);
    Telemetry.expose(environment, registry);
  }

  private static ClickHouseReader clickhouse(
      QueryConfiguration configuration, Environment environment) {
    ClickHouseReader clickhouse = new ClickHouseReader(configuration.clickhouse());
    environment.lifecycle().manage(clickhouse);
    environment
        .healthChecks()
        .register(
            "clickhouse",
            new ConditionCheck(clickhouse::canReadTables, "the tables cannot be read"));
    return clickhouse;
  }

  /** Reports have their own threads, so that a slow store never blocks the HTTP server. */
  private static ExecutorService executor(ClickHouseSettings settings, Environment environment) {
    return environment
        .lifecycle()
        .executorService("report-%d")
        .minThreads(settings.maxConcurrentQueries())
        .maxThreads(settings.maxConcurrentQueries())
        .workQueue(new ArrayBlockingQueue<>(settings.maxWaitingQueries()))
        .shutdownTime(Duration.seconds(settings.timeout().toSeconds()))
        .build();
  }

  private static void answerErrorsAsJson(
      QueryConfiguration configuration, Environment environment) {
    if (configuration.getServerFactory() instanceof AbstractServerFactory server) {
      server.setRegisterDefaultExceptionMappers(false);
    }
    environment.jersey().register(new ErrorMapper());
    environment
        .lifecycle()
        .addServerLifecycleListener(server -> server.setErrorHandler(new JsonErrorHandler()));
  }

  private void wrapPublicPort(
      QueryConfiguration configuration, Environment environment, PrometheusRegistry registry) {
    MutableServletContextHandler port = environment.getApplicationContext();
    port.insertHandler(
        new CrossOrigin(
            List.of("GET"), HEADERS, CrossOrigin.listed(configuration.corsAllowOrigins())));
    port.insertHandler(new HttpMetrics(getName(), LABELS, registry));
  }
}

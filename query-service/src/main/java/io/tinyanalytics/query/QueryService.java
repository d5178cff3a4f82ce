package io.tinyanalytics.query;

import io.dropwizard.configuration.SubstitutingSourceProvider;
import io.dropwizard.core.Application;
import io.dropwizard.core.cli.CheckCommand;
import io.dropwizard.core.server.AbstractServerFactory;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.util.Duration;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.tinyanalytics.query.access.Sites;
import io.tinyanalytics.query.access.SitesFile;
import io.tinyanalytics.query.clickhouse.ClickHouseClient;
import io.tinyanalytics.query.clickhouse.ClickHouseReports;
import io.tinyanalytics.query.clickhouse.ClickHouseSettings;
import io.tinyanalytics.query.errors.ErrorMapper;
import io.tinyanalytics.query.errors.MalformedRequestHandler;
import io.tinyanalytics.query.health.ClickHouseHealthCheck;
import io.tinyanalytics.query.health.HealthzResource;
import io.tinyanalytics.query.metrics.MeasuredReports;
import io.tinyanalytics.query.metrics.Telemetry;
import io.tinyanalytics.query.reports.CachedReports;
import io.tinyanalytics.query.reports.Reports;
import io.tinyanalytics.query.reports.ReportsResource;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;

/** Wires the way of a question: resource, access, cache, measure, ClickHouse. */
public final class QueryService extends Application<QueryConfiguration> {

  public static void main(String[] arguments) throws Exception {
    new QueryService().run(arguments);
  }

  @Override
  public String getName() {
    return "query-service";
  }

  @Override
  public void initialize(Bootstrap<QueryConfiguration> bootstrap) {
    bootstrap.setConfigurationSourceProvider(
        new SubstitutingSourceProvider(
            bootstrap.getConfigurationSourceProvider(), new QuotingSubstitutor(System::getenv)));
  }

  @Override
  protected void addDefaultCommands(Bootstrap<QueryConfiguration> bootstrap) {
    bootstrap.addCommand(new ServeCommand(this));
    bootstrap.addCommand(new CheckCommand<>(this));
  }

  @Override
  public void run(QueryConfiguration configuration, Environment environment) {
    Sites sites = SitesFile.read(Path.of(configuration.sites()));
    ClickHouseClient clickhouse = new ClickHouseClient(configuration.clickhouse());
    PrometheusRegistry registry = new PrometheusRegistry();
    Reports store = new MeasuredReports(new ClickHouseReports(clickhouse), registry);
    CachedReports reports =
        new CachedReports(
            store,
            executor(configuration.clickhouse(), environment),
            configuration.clickhouse().timeout().toJavaDuration(),
            configuration.cachedFigures());

    environment.lifecycle().manage(clickhouse);
    environment.healthChecks().register("clickhouse", new ClickHouseHealthCheck(clickhouse));
    environment.jersey().register(new ReportsResource(sites, reports, InstantSource.system()));
    environment.jersey().register(new HealthzResource());
    answerErrorsAsJson(configuration, environment);
    environment
        .getApplicationContext()
        .insertHandler(CrossOrigin.handler(configuration.corsAllowOrigins()));
    Telemetry.expose(registry, reports, environment);
  }

  /** Threads of their own: what waits for ClickHouse never takes those that answer HTTP. */
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
        .addServerLifecycleListener(
            server -> server.setErrorHandler(new MalformedRequestHandler()));
  }
}

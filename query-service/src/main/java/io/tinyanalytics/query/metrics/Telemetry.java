package io.tinyanalytics.query.metrics;

import com.codahale.metrics.MetricFilter;
import com.codahale.metrics.MetricRegistry;
import io.dropwizard.core.setup.Environment;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.exporter.servlet.jakarta.PrometheusMetricsServlet;
import io.prometheus.metrics.instrumentation.dropwizard.DropwizardExports;
import io.prometheus.metrics.instrumentation.dropwizard5.labels.CustomLabelMapper;
import io.prometheus.metrics.instrumentation.dropwizard5.labels.MapperConfig;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.tinyanalytics.query.reports.CachedReports;
import java.util.List;
import java.util.Map;

/**
 * Offers the service's metrics, the web server's and the JVM's as Prometheus text. Dropwizard keeps
 * some hundred more, with ports in their names: they stay where they are.
 */
public final class Telemetry {
  private static final String SERVER = "io.dropwizard.jetty.MutableServletContextHandler.";
  private static final String REQUESTS = SERVER + "requests";
  private static final MetricFilter ONLY_REQUESTS = (name, metric) -> name.equals(REQUESTS);
  private static final List<String> STATUSES = List.of("2xx", "3xx", "4xx", "5xx");

  private Telemetry() {}

  /** Puts {@code /metrics} on the admin port. */
  public static void expose(
      PrometheusRegistry registry, CachedReports reports, Environment environment) {
    JvmMetrics.builder().register(registry);
    registerRequests(registry, environment.metrics());
    registerResponses(registry, environment.metrics());
    registerCache(registry, reports);
    environment
        .admin()
        .addServlet("prometheus", new PrometheusMetricsServlet(registry))
        .addMapping("/metrics");
  }

  private static void registerRequests(PrometheusRegistry registry, MetricRegistry server) {
    MapperConfig name = new MapperConfig(REQUESTS, "query_http_request_seconds", Map.of());
    DropwizardExports.builder()
        .dropwizardRegistry(server)
        .metricFilter(ONLY_REQUESTS)
        .customLabelMapper(new CustomLabelMapper(List.of(name)))
        .register(registry);
  }

  private static void registerResponses(PrometheusRegistry registry, MetricRegistry server) {
    CounterWithCallback.builder()
        .name("query_http_responses_total")
        .help("Answers on the application port.")
        .labelNames("status")
        .callback(
            counter -> STATUSES.forEach(status -> counter.call(answered(server, status), status)))
        .register(registry);
  }

  private static double answered(MetricRegistry server, String status) {
    return (double) server.meter(SERVER + status + "-responses").getCount();
  }

  private static void registerCache(PrometheusRegistry registry, CachedReports reports) {
    CounterWithCallback.builder()
        .name("query_cache_requests_total")
        .help("Reports asked of the cache; those asked around it are not among them.")
        .labelNames("result")
        .callback(
            counter -> {
              counter.call((double) reports.stats().hitCount(), "hit");
              counter.call((double) reports.stats().missCount(), "miss");
            })
        .register(registry);
  }
}

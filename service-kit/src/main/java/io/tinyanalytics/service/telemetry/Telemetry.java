package io.tinyanalytics.service.telemetry;

import io.dropwizard.core.setup.Environment;
import io.prometheus.metrics.exporter.servlet.jakarta.PrometheusMetricsServlet;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;

/** Offers metrics as Prometheus text. */
public final class Telemetry {

  private Telemetry() {}

  /** Adds the JVM's metrics and puts {@code /metrics} on the admin port. */
  public static void expose(Environment environment, PrometheusRegistry registry) {
    JvmMetrics.builder().register(registry);
    environment
        .admin()
        .addServlet("prometheus", new PrometheusMetricsServlet(registry))
        .addMapping("/metrics");
  }
}

package io.tinyanalytics.ingest.metrics;

import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.function.LongSupplier;

/** How things stand now, beside what happened to events. */
public final class EdgeGauges {

  private EdgeGauges() {}

  /** Shows the memory of bodies. */
  public static void showBodies(LongSupplier bytes, PrometheusRegistry registry) {
    show(
        "ingest_bodies_bytes",
        "The memory of bodies that are coming or are judged.",
        bytes,
        registry);
  }

  private static void show(
      String name, String help, LongSupplier value, PrometheusRegistry registry) {
    GaugeWithCallback.builder()
        .name(name)
        .help(help)
        .callback(gauge -> gauge.call((double) value.getAsLong()))
        .register(registry);
  }
}

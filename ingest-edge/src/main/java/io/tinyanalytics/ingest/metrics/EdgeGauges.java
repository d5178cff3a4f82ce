package io.tinyanalytics.ingest.metrics;

import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.function.LongSupplier;

/** Gauges of the edge's current state. */
public final class EdgeGauges {

  private EdgeGauges() {}

  /** Registers the gauge of the memory of request bodies. */
  public static void showBodies(LongSupplier bytes, PrometheusRegistry registry) {
    show(
        "ingest_bodies_bytes",
        "Memory of request bodies that arrive or are being processed.",
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

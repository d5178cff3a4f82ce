package io.tinyanalytics.ingest.metrics;

import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** How things stand now, beside what happened to events. */
public final class EdgeGauges {

  private EdgeGauges() {}

  /** Shows whether older sites are in force. */
  public static void showSitesFileBroken(BooleanSupplier broken, PrometheusRegistry registry) {
    show(
        "ingest_sites_file_broken",
        "1 while the sites file cannot work as it is and older sites are in force.",
        () -> broken.getAsBoolean() ? 1 : 0,
        registry);
  }

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

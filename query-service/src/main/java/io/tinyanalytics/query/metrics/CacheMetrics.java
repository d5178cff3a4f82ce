package io.tinyanalytics.query.metrics;

import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.tinyanalytics.query.reports.CachedReports;

/** Reports how often the cache had an answer. */
public final class CacheMetrics {

  private CacheMetrics() {}

  public static void register(PrometheusRegistry registry, CachedReports reports) {
    CounterWithCallback.builder()
        .name("query_cache_requests_total")
        .help("Reports looked up in the cache; requests that bypass it are not counted.")
        .labelNames("result")
        .callback(
            counter -> {
              counter.call((double) reports.stats().hitCount(), "hit");
              counter.call((double) reports.stats().missCount(), "miss");
            })
        .register(registry);
  }
}

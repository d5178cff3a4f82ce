package io.tinyanalytics.ingest.metrics;

import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.Unit;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.NanoTime;

/**
 * Measures every request, whoever answers it. A path is a label only if it is one of ours; all
 * others are {@code other}.
 */
public final class HttpMetrics extends Handler.Wrapper {

  private final RequestLabels labels;
  private final Histogram seconds;
  private final Gauge inFlight;

  public HttpMetrics(RequestLabels labels, PrometheusRegistry registry, Handler next) {
    super(next);
    this.labels = labels;
    this.seconds =
        Histogram.builder()
            .name("http_request_duration_seconds")
            .help("From a request's first byte until its answer was written, with its status.")
            .unit(Unit.SECONDS)
            .labelNames("method", "path", "status")
            .classicUpperBounds(.002, .005, .01, .02, .05, .1, .2, .5, 1, 2, 5, 10)
            .classicOnly()
            .register(registry);
    this.inFlight =
        Gauge.builder()
            .name("http_in_flight_requests")
            .help("Requests that are not answered yet.")
            .register(registry);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    inFlight.inc();
    Request.addCompletionListener(request, failure -> answered(request, response.getStatus()));
    return super.handle(request, response, callback);
  }

  private void answered(Request request, int status) {
    inFlight.dec();
    seconds
        .labelValues(labels.method(request), labels.path(request), Integer.toString(status))
        .observe(Unit.nanosToSeconds(NanoTime.since(request.getBeginNanoTime())));
  }
}

package io.tinyanalytics.service.telemetry;

import static java.util.Objects.requireNonNull;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.Unit;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.NanoTime;

/** Measures every request to the public port, whoever answers it. */
public final class HttpMetrics extends Handler.Wrapper {

  private final RequestLabels labels;
  private final Counter requests;
  private final Histogram seconds;
  private final Gauge inFlight;

  /**
   * Registers the metrics.
   *
   * @param service the value of their label {@code service}
   */
  public HttpMetrics(String service, RequestLabels labels, PrometheusRegistry registry) {
    Labels constant = Labels.of("service", service);
    this.labels = requireNonNull(labels, "labels is null");
    this.requests =
        Counter.builder()
            .name("http_requests_total")
            .help("Requests that were answered, by status.")
            .constLabels(constant)
            .labelNames("method", "path", "status")
            .register(registry);
    this.seconds =
        Histogram.builder()
            .name("http_request_duration_seconds")
            .help("From the first byte of a request until its answer was written.")
            .unit(Unit.SECONDS)
            .constLabels(constant)
            .labelNames("method", "path")
            .classicUpperBounds(.002, .005, .01, .02, .05, .1, .2, .5, 1, 2, 5, 10)
            .classicOnly()
            .register(registry);
    this.inFlight =
        Gauge.builder()
            .name("http_in_flight_requests")
            .help("Requests that are not answered yet.")
            .constLabels(constant)
            .register(registry);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    inFlight.inc();
    Request.addCompletionListener(request, failure -> answered(request, response.getStatus()));
    return super.handle(request, response, callback);
  }

  private void answered(Request request, int status) {
    String method = labels.method(request);
    String path = labels.path(request);
    inFlight.dec();
    requests.labelValues(method, path, Integer.toString(status)).inc();
    seconds
        .labelValues(method, path)
        .observe(Unit.nanosToSeconds(NanoTime.since(request.getBeginNanoTime())));
  }
}

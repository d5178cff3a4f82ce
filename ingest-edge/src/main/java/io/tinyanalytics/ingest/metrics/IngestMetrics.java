package io.tinyanalytics.ingest.metrics;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.Unit;
import io.tinyanalytics.ingest.publish.PublishException;
import io.tinyanalytics.ingest.refusal.RefusalCode;

/**
 * Counts events by outcome. At any moment at which no event is just arriving:
 *
 * <pre>
 * received = accepted + ignored + refused + in flight
 * accepted = count of publish seconds
 * refused{reason="unavailable"} = publish failures
 * </pre>
 *
 * A body that is refused as a whole, before its events could be told apart, counts as one event.
 * Labels come from closed lists: a site, an address or a key is never a label.
 */
public final class IngestMetrics {

  private final Counter received;
  private final Counter accepted;
  private final Counter ignored;
  private final Counter refused;
  private final Counter publishFailures;
  private final Histogram publishSeconds;
  private final Gauge inFlight;

  public IngestMetrics(PrometheusRegistry registry) {
    received = counter("ingest_events_received_total", "Events received.").register(registry);
    accepted =
        counter("ingest_events_accepted_total", "Events that Kafka acknowledged.")
            .register(registry);
    ignored =
        counter(
                "ingest_events_ignored_total",
                "Events of bots that were dropped, as their site says.")
            .register(registry);
    refused =
        counter("ingest_events_refused_total", "Events refused, by reason.")
            .labelNames("reason")
            .register(registry);
    publishFailures =
        counter("ingest_publish_failures_total", "Events that Kafka did not acknowledge in time.")
            .labelNames("reason")
            .register(registry);
    publishSeconds =
        Histogram.builder()
            .name("ingest_publish_seconds")
            .help("From handing an event to Kafka's client until it was acknowledged.")
            .unit(Unit.SECONDS)
            .classicUpperBounds(.002, .005, .01, .02, .05, .1, .2, .5, 1, 2, 5)
            .classicOnly()
            .register(registry);
    inFlight =
        Gauge.builder()
            .name("ingest_events_in_flight")
            .help("Events that came and whose fate is open.")
            .register(registry);
    startAtZero();
  }

  /** Creates every label at the start, so that a rate over the first failure is correct. */
  private void startAtZero() {
    for (RefusalCode code : RefusalCode.values()) {
      refused.initLabelValues(code.word());
    }
    for (PublishException.Reason reason : PublishException.Reason.values()) {
      publishFailures.initLabelValues(reason.word());
    }
  }

  private static Counter.Builder counter(String name, String help) {
    return Counter.builder().name(name).help(help);
  }

  /**
   * Counts an arrived event. Exactly one of the other methods must then be called with its outcome.
   */
  public void received() {
    received.inc();
    inFlight.inc();
  }

  /** Counts an event that Kafka acknowledged after this many nanoseconds. */
  public void accepted(long nanos) {
    accepted.inc();
    publishSeconds.observe(Unit.nanosToSeconds(nanos));
    inFlight.dec();
  }

  public void ignored() {
    ignored.inc();
    inFlight.dec();
  }

  public void refused(RefusalCode code) {
    refused.labelValues(code.word()).inc();
    inFlight.dec();
  }

  /** Counts the reason of a failure to publish. The event is then refused as unavailable. */
  public void publishFailed(PublishException.Reason reason) {
    publishFailures.labelValues(reason.word()).inc();
  }
}

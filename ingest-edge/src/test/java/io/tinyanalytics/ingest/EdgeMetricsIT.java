package io.tinyanalytics.ingest;

import static io.tinyanalytics.ingest.EdgeClient.EVENT;
import static io.tinyanalytics.ingest.EdgeOnFakePublisher.PUBLISHER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dropwizard.testing.junit5.DropwizardAppExtension;
import io.dropwizard.testing.junit5.DropwizardExtensionsSupport;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DropwizardExtensionsSupport.class)
final class EdgeMetricsIT {

  private static final DropwizardAppExtension<IngestConfiguration> EDGE =
      EdgeOnFakePublisher.extension();

  @Test
  void tellsPrometheusOnTheAdminPortAlone() {
    PUBLISHER.reset();
    EdgeClient client = new EdgeClient(EDGE.getLocalPort());
    client.collect("open-key", EVENT);
    client.collect("wrong-key", EVENT);
    client.collect("open-key", "x".repeat(100_000));
    client.get("/no/such/path?of=ours");

    // An answer may reach its sender a moment before it is counted.
    await().atMost(Duration.ofMinutes(1)).untilAsserted(this::tellsWhatHappened);
    assertThat(client.get("/metrics").statusCode()).isEqualTo(404);
  }

  private void tellsWhatHappened() {
    String metrics = new EdgeClient(EDGE.getAdminPort()).get("/metrics").body();

    assertThat(metrics)
        .contains(
            "ingest_events_received_total 3.0",
            "ingest_events_accepted_total 1.0",
            "ingest_events_ignored_total 0.0",
            "ingest_events_refused_total{reason=\"invalid_key\"} 1.0",
            "ingest_events_refused_total{reason=\"too_large\"} 1.0",
            "ingest_events_refused_total{reason=\"unavailable\"} 0.0",
            "ingest_events_in_flight 0.0",
            "ingest_publish_seconds_count 1",
            "ingest_publish_failures_total{reason=\"timeout\"} 0.0",
            count("POST", "/v1/collect", 202) + " 1.0",
            count("POST", "/v1/collect", 413) + " 1.0",
            count("GET", "other", 404) + " 1.0",
            "http_in_flight_requests{service=\"ingest-edge\"} 0.0",
            "http_request_duration_seconds_count{method=\"POST\",path=\"/v1/collect\","
                + "service=\"ingest-edge\"} 3",
            "sites_file_broken{service=\"ingest-edge\"} 0.0",
            "jvm_memory_used_bytes")
        .doesNotContain("open-key", "/no/such/path");
  }

  private static String count(String method, String path, int status) {
    return "http_requests_total{method=\"%s\",path=\"%s\",service=\"ingest-edge\",status=\"%d\"}"
        .formatted(method, path, status);
  }
}

package io.tinyanalytics.stack.process;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** Asks a Kafka cluster for its nodes; no answer within 3 s is a no. */
public final class KafkaProbe {
  private static final int PATIENCE_MS = 3_000;

  private final String brokers;

  public KafkaProbe(String brokers) {
    this.brokers = brokers;
  }

  public boolean answers() {
    try (var admin = Admin.create(KafkaProbe.settings(brokers))) {
      return !admin.describeCluster().nodes().get(PATIENCE_MS, TimeUnit.MILLISECONDS).isEmpty();
    } catch (ExecutionException | TimeoutException notServing) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static Map<String, Object> settings(String brokers) {
    return Map.of(
        AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, brokers,
        AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MS,
        AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MS);
  }
}

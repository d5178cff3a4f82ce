package io.tinyanalytics.ingest.kafka;

import io.dropwizard.util.DataSize;
import io.dropwizard.util.Duration;
import io.tinyanalytics.event.EventLimits;
import io.tinyanalytics.ingest.settings.KafkaSettings;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.producer.ProducerConfig;

/** The settings of the edge's Kafka producer. All others keep Kafka's defaults. */
final class ProducerSettings {

  /**
   * The longest time that a send may block its caller. While Kafka does not answer, events are
   * refused before the send.
   */
  private static final Duration MAX_BLOCK = Duration.seconds(1);

  /** Kafka adds this to the clock, so the largest possible number would overflow into the past. */
  private static final Duration FOR_EVER = Duration.days(36_500);

  /** Batches that are not full use more memory than their events. */
  private static final int BUFFERS_PER_EVENT_BYTE = 2;

  private static final DataSize BATCH = DataSize.kibibytes(64);
  private static final DataSize LARGEST_REQUEST = DataSize.bytes(8L * EventLimits.MESSAGE_BYTES);

  private ProducerSettings() {}

  static Map<String, Object> of(KafkaSettings settings) {
    long delivery = settings.deliveryTimeout().toMilliseconds();
    int request = (int) (delivery - settings.linger().toMilliseconds()) / 2;
    return Map.ofEntries(
        Map.entry(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, settings.brokers()),
        Map.entry(ProducerConfig.CLIENT_ID_CONFIG, "ingest-edge"),
        // An event is accepted when every in-sync replica has it, and a retry writes it once.
        Map.entry(ProducerConfig.ACKS_CONFIG, "all"),
        Map.entry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true),
        // Time: the whole delivery has room for two tries of a request, and the producer reconnects
        // quickly after an outage.
        Map.entry(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) delivery),
        Map.entry(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, request),
        Map.entry(ProducerConfig.MAX_BLOCK_MS_CONFIG, MAX_BLOCK.toMilliseconds()),
        Map.entry(ProducerConfig.SOCKET_CONNECTION_SETUP_TIMEOUT_MS_CONFIG, 1000L),
        Map.entry(ProducerConfig.SOCKET_CONNECTION_SETUP_TIMEOUT_MAX_MS_CONFIG, 2000L),
        Map.entry(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500L),
        // The producer never forgets a known topic, so no caller waits until it is read again.
        // A producer that has to find the brokers again is replaced by a new one.
        Map.entry(CommonClientConfigs.METADATA_RECOVERY_STRATEGY_CONFIG, "none"),
        Map.entry(ProducerConfig.METADATA_MAX_IDLE_CONFIG, FOR_EVER.toMilliseconds()),
        // Memory and throughput.
        Map.entry(
            ProducerConfig.BUFFER_MEMORY_CONFIG,
            BUFFERS_PER_EVENT_BYTE * settings.maxInFlight().toBytes() + LARGEST_REQUEST.toBytes()),
        Map.entry(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, (int) LARGEST_REQUEST.toBytes()),
        Map.entry(ProducerConfig.BATCH_SIZE_CONFIG, (int) BATCH.toBytes()),
        Map.entry(ProducerConfig.LINGER_MS_CONFIG, settings.linger().toMilliseconds()),
        Map.entry(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4"));
  }
}

package io.tinyanalytics.stack.topic;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/**
 * The topic that the edge publishes to. A record's time is the time at which Kafka appended it.
 * With the time of the event, an import of old events would expire at once.
 */
public final class RawTopic {
  private static final int PARTITIONS = 4;
  private static final short COPIES = 1;
  private static final Duration RETENTION = Duration.ofDays(7);

  /** A body of 1 MiB, which may become one record, plus what the edge adds. */
  private static final int MAX_BATCH_BYTES = 2 * 1024 * 1024;

  private RawTopic() {}

  /** Creates the topic, or leaves an existing one unchanged. */
  public static void create(String brokers, String name) throws IOException {
    TopicCreation.create(brokers, describe(name));
  }

  private static NewTopic describe(String name) {
    return new NewTopic(name, PARTITIONS, COPIES)
        .configs(
            Map.of(
                TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime",
                TopicConfig.RETENTION_MS_CONFIG, Long.toString(RETENTION.toMillis()),
                TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(MAX_BATCH_BYTES)));
  }
}

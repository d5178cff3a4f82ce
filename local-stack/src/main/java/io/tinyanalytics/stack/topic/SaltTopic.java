package io.tinyanalytics.stack.topic;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/**
 * The topic in which the edges agree on each day's salt. It has one partition, so that all edges
 * see the same order. A record's time is the start of its day. The salts of each day are in a
 * separate segment, which Kafka deletes once that day and the next are over.
 */
public final class SaltTopic {
  private static final short COPIES = 1;
  private static final Duration RETENTION = Duration.ofDays(2);
  private static final Duration SEGMENT = Duration.ofHours(1);
  private static final Duration DELETE_DELAY = Duration.ofSeconds(1);

  private SaltTopic() {}

  /** Creates the topic, or leaves an existing one unchanged. */
  public static void create(String brokers, String name) throws IOException {
    TopicCreation.create(brokers, describe(name));
  }

  private static NewTopic describe(String name) {
    return new NewTopic(name, 1, COPIES)
        .configs(
            Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE,
                TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "CreateTime",
                TopicConfig.RETENTION_MS_CONFIG, Long.toString(RETENTION.toMillis()),
                TopicConfig.SEGMENT_MS_CONFIG, Long.toString(SEGMENT.toMillis()),
                TopicConfig.FILE_DELETE_DELAY_MS_CONFIG, Long.toString(DELETE_DELAY.toMillis())));
  }
}

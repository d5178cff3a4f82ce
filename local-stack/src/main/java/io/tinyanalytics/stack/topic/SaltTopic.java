package io.tinyanalytics.stack.topic;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/**
 * The topic in which the edges agree on each day's salt. It has one partition, so that all edges
 * see the same order. A record's time is the start of its day in the westernmost time zone of a
 * site. The salts of each day are in a separate segment, which Kafka deletes once that day and the
 * next are over.
 *
 * <p>A day begins 26 hours earlier in the east than in the west, and an edge asks for its salt some
 * minutes before. So Kafka must accept records whose time is that far ahead.
 */
public final class SaltTopic {
  private static final short COPIES = 1;
  private static final Duration RETENTION = Duration.ofDays(2);
  private static final Duration SEGMENT = Duration.ofHours(1);
  private static final Duration DELETE_DELAY = Duration.ofSeconds(1);

  /** How far ahead of Kafka's clock a record's time may be. */
  private static final Duration AHEAD = Duration.ofHours(28);

  private SaltTopic() {}

  /**
   * Creates the topic. An existing one stays unchanged, except that it must accept the salts of
   * days that are still to begin in the west.
   */
  public static void create(String brokers, String name) throws IOException {
    boolean isNew = TopicCreation.create(brokers, describe(name));
    if (!isNew) {
      TopicCreation.raise(
          brokers, name, TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG, AHEAD.toMillis());
    }
  }

  private static NewTopic describe(String name) {
    return new NewTopic(name, 1, COPIES)
        .configs(
            Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE,
                TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "CreateTime",
                TopicConfig.RETENTION_MS_CONFIG, Long.toString(RETENTION.toMillis()),
                TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG, Long.toString(AHEAD.toMillis()),
                TopicConfig.SEGMENT_MS_CONFIG, Long.toString(SEGMENT.toMillis()),
                TopicConfig.FILE_DELETE_DELAY_MS_CONFIG, Long.toString(DELETE_DELAY.toMillis())));
  }
}

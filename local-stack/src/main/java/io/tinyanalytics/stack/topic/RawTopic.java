package io.tinyanalytics.stack.topic;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/**
 * The topic the edge publishes to. Its record time is the time of the log append: with the events'
 * own times, an old import would expire at once.
 */
public final class RawTopic {
  private static final int PARTITIONS = 4;
  private static final short COPIES = 1;
  private static final Duration RETENTION = Duration.ofDays(7);

  /** A body of 1 MiB, in the worst case as one record, with what the edge adds. */
  private static final int MAX_BATCH_BYTES = 2 * 1024 * 1024;

  private RawTopic() {}

  /** Creates the topic; one that exists stays as it is. */
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

package io.tinyanalytics.e2e.check;

import static java.util.Objects.requireNonNull;

import io.tinyanalytics.e2e.stack.Stack;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** The topic of raw events, as Kafka itself reports it. */
final class Topic {

  private static final String NAME = "events.raw";

  private final String brokers;

  Topic(Stack stack) {
    this.brokers = stack.brokers();
  }

  /** How many messages were written to each partition. This assumes that none has expired. */
  SortedMap<Integer, Long> ends() throws IOException, InterruptedException {
    try (Admin kafka = Admin.create(Map.of("bootstrap.servers", brokers))) {
      SortedMap<Integer, Long> ends = new TreeMap<>();
      for (int partition = 0; partition < partitions(kafka); partition++) {
        TopicPartition asked = new TopicPartition(NAME, partition);
        var offsets = kafka.listOffsets(Map.of(asked, OffsetSpec.latest()));
        ends.put(partition, offsets.partitionResult(asked).get().offset());
      }
      return ends;
    } catch (ExecutionException e) {
      throw new IOException("Kafka does not tell its offsets", e);
    }
  }

  private static int partitions(Admin kafka) throws ExecutionException, InterruptedException {
    var topic = kafka.describeTopics(List.of(NAME)).topicNameValues().get(NAME);
    return requireNonNull(topic).get().partitions().size();
  }

  /** The number of messages in all partitions. */
  long messages() throws IOException, InterruptedException {
    return ends().values().stream().mapToLong(Long::longValue).sum();
  }
}

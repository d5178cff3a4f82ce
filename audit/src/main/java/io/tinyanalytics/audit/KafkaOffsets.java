package io.tinyanalytics.audit;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Reads which offsets each partition of a topic currently holds. */
final class KafkaOffsets {
  private static final int PATIENCE_MS = 10_000;

  private KafkaOffsets() {}

  /**
   * The offsets by partition.
   *
   * @throws IOException if there is no answer or no such topic; the message is a sentence
   */
  static SortedMap<Integer, OffsetRange> read(String brokers, String topic) throws IOException {
    Map<String, Object> settings =
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, brokers,
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MS / 2,
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MS);
    try (var admin = Admin.create(settings)) {
      return read(admin, topic);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException) {
        throw new IOException(
            "Kafka at " + brokers + " has no topic " + topic + ": set KAFKA_TOPIC_RAW.", e);
      }
      throw silent(brokers, e);
    } catch (KafkaException e) {
      throw silent(brokers, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while Kafka was asked");
    }
  }

  private static IOException silent(String brokers, Exception cause) {
    return new IOException(
        "Kafka at " + brokers + " does not answer: start it, or set KAFKA_BROKERS.", cause);
  }

  private static SortedMap<Integer, OffsetRange> read(Admin admin, String topic)
      throws ExecutionException, InterruptedException {
    var topics = admin.describeTopics(List.of(topic)).allTopicNames().get().values();
    var partitions =
        topics.stream()
            .flatMap(description -> description.partitions().stream())
            .map(partition -> new TopicPartition(topic, partition.partition()))
            .toList();
    var begins = offsets(admin, partitions, OffsetSpec.earliest());
    var ends = offsets(admin, partitions, OffsetSpec.latest());
    var ranges = new TreeMap<Integer, OffsetRange>();
    for (var partition : partitions) {
      long begin = begins.partitionResult(partition).get().offset();
      long end = ends.partitionResult(partition).get().offset();
      ranges.put(partition.partition(), new OffsetRange(begin, end));
    }
    return ranges;
  }

  private static ListOffsetsResult offsets(
      Admin admin, List<TopicPartition> partitions, OffsetSpec which)
      throws ExecutionException, InterruptedException {
    var result =
        admin.listOffsets(partitions.stream().collect(toMap(partition -> partition, p -> which)));
    result.all().get();
    return result;
  }
}

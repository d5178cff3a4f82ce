package io.tinyanalytics.pipeline.kafka;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tinyanalytics.pipeline.stream.RawMessageType;
import io.tinyanalytics.stack.process.FreePorts;
import io.tinyanalytics.stack.process.KafkaServer;
import io.tinyanalytics.stack.topic.RawTopic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What a job says whose next offset a real Kafka does not hold. */
final class GuardedKafkaSourceIT {

  @RegisterExtension static final MiniClusterExtension FLINK = new MiniClusterExtension();

  private static final String TOPIC = "events.raw";

  @TempDir static Path folder;
  @AutoClose private static KafkaServer kafka;

  @BeforeAll
  static void startKafka() throws IOException {
    kafka = KafkaServer.start(folder, FreePorts.next());
    RawTopic.create(kafka.bootstrapServers(), TOPIC);
  }

  @Test
  void saysInOneSentenceThatKafkaDoesNotHoldTheNextOffset() {
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(
            new Configuration().set(RestartStrategyOptions.RESTART_STRATEGY, "none"));
    env.fromSource(
            RawEventSource.of(kafka.bootstrapServers(), TOPIC, new At(7)),
            WatermarkStrategy.noWatermarks(),
            "source",
            new RawMessageType())
        .sinkTo(new DiscardingSink<>());

    assertThatThrownBy(env::execute)
        .rootCause()
        .isInstanceOf(IllegalStateException.class)
        .message()
        .matches(
            "Partition events.raw-\\d: Kafka does not hold offset 7, which is next; restore a savepoint that is younger, or start without state \\(./scripts/rollback none\\) at the first offset that is not stored");
  }

  /** One offset for each partition, whether Kafka holds it or not. */
  private record At(long offset) implements OffsetsInitializer {

    @Override
    public Map<TopicPartition, Long> getPartitionOffsets(
        Collection<TopicPartition> partitions, PartitionOffsetsRetriever retriever) {
      return partitions.stream().collect(Collectors.toMap(partition -> partition, p -> offset));
    }

    @Override
    @SuppressWarnings("deprecation") // the connector's interface asks for it
    public OffsetResetStrategy getAutoOffsetResetStrategy() {
      return OffsetResetStrategy.NONE;
    }
  }
}

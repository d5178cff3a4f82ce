package io.tinyanalytics.pipeline.kafka;

import io.tinyanalytics.pipeline.stream.RawMessage;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.util.ExceptionUtils;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;

/**
 * Says in one sentence which offset Kafka does not hold, where the reader says it as the third
 * cause of a failure in one of its threads.
 */
@SuppressWarnings("try") // Flink closes it, and takes any exception
final class GuardedKafkaReader implements SourceReader<RawMessage, KafkaPartitionSplit> {

  private final SourceReader<RawMessage, KafkaPartitionSplit> reader;

  GuardedKafkaReader(SourceReader<RawMessage, KafkaPartitionSplit> reader) {
    this.reader = reader;
  }

  @Override
  public InputStatus pollNext(ReaderOutput<RawMessage> output) throws Exception {
    try {
      return reader.pollNext(output);
    } catch (RuntimeException e) {
      throw ExceptionUtils.findThrowable(e, OffsetOutOfRangeException.class)
          .<RuntimeException>map(GuardedKafkaReader::inOneSentence)
          .orElse(e);
    }
  }

  private static IllegalStateException inOneSentence(OffsetOutOfRangeException lost) {
    Map.Entry<TopicPartition, Long> first =
        lost.offsetOutOfRangePartitions().entrySet().iterator().next();
    return new IllegalStateException(
        "Partition %s: Kafka does not hold offset %d, which is next; restore a savepoint that is younger, or start without state (./scripts/rollback none) at the first offset that is not stored"
            .formatted(first.getKey(), first.getValue()));
  }

  @Override
  public void start() {
    reader.start();
  }

  @Override
  public List<KafkaPartitionSplit> snapshotState(long checkpointId) {
    return reader.snapshotState(checkpointId);
  }

  @Override
  public CompletableFuture<Void> isAvailable() {
    return reader.isAvailable();
  }

  @Override
  public void addSplits(List<KafkaPartitionSplit> splits) {
    reader.addSplits(splits);
  }

  @Override
  public void notifyNoMoreSplits() {
    reader.notifyNoMoreSplits();
  }

  @Override
  public void handleSourceEvents(SourceEvent event) {
    reader.handleSourceEvents(event);
  }

  @Override
  public void notifyCheckpointComplete(long checkpointId) throws Exception {
    reader.notifyCheckpointComplete(checkpointId);
  }

  @Override
  public void notifyCheckpointAborted(long checkpointId) throws Exception {
    reader.notifyCheckpointAborted(checkpointId);
  }

  @Override
  public void pauseOrResumeSplits(Collection<String> toPause, Collection<String> toResume) {
    reader.pauseOrResumeSplits(toPause, toResume);
  }

  @Override
  public void close() throws Exception {
    reader.close();
  }
}

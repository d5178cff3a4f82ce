package io.tinyanalytics.stack.flink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class StartFailureTest {
  private static final RestorePoint FROM = new RestorePoint("/s", "/s");
  private static final String OUT_OF_RANGE =
      """
      java.lang.RuntimeException: One or more fetchers have encountered exception
      \tat org.apache.flink.connector.base.source.reader.fetcher.SplitFetcherManager.checkErrors
      Caused by: org.apache.kafka.clients.consumer.OffsetOutOfRangeException: Fetch position FetchPosition{offset=42, offsetEpoch=Optional[0], currentLeader=LeaderAndEpoch{leader=Optional[127.0.0.1:9092 (id: 1 rack: null)], epoch=0}} is out of range for partition events.raw-3
      """;
  private static final String ABSENT =
      """
      org.apache.flink.util.FlinkException: Global failure triggered by OperatorCoordinator
      Caused by: java.lang.IllegalStateException: Partition events.raw-1: offset 7 is not stored and Kafka holds it no longer (it begins at 9); restore a savepoint that is younger, or store the lost range by hand
      """;
  private static final String BROKEN =
      """
      java.lang.Exception: Could not perform the operation
      Caused by: java.lang.IllegalStateException: broken on purpose
      """;
  private static final String UNREADABLE =
      """
      java.lang.Exception: Exception while creating StreamOperatorStateContext.
      Caused by: org.apache.flink.util.FlinkException: Could not restore keyed state backend
      Caused by: java.io.FileNotFoundException: /s/1 (No such file or directory)
      """;

  @Test
  void namesWhatKafkaNoLongerHolds() {
    assertThat(StartFailure.hopeless(List.of(OUT_OF_RANGE), FROM))
        .contains("Kafka no longer holds offset 42 of partition 3, from which /s goes on");
    assertThat(StartFailure.hopeless(List.of(ABSENT), FROM))
        .contains("Kafka no longer holds offset 7 of partition 1, from which /s goes on");
  }

  @Test
  void tellsAStateThatCannotBeRead() {
    assertThat(StartFailure.hopeless(List.of(UNREADABLE), FROM))
        .contains(
            "the job cannot read /s: java.io.FileNotFoundException: /s/1 (No such file or directory)");
  }

  @Test
  void hasPatienceWithAFewFailures() {
    assertThat(StartFailure.hopeless(Collections.nCopies(4, BROKEN), FROM)).isEmpty();
    assertThat(StartFailure.hopeless(Collections.nCopies(5, BROKEN), FROM))
        .contains("the job fails: java.lang.IllegalStateException: broken on purpose");
  }

  @Test
  void saysWhyAJobHasEnded() {
    assertThat(StartFailure.ended(List.of(BROKEN), FROM)).endsWith("broken on purpose");
    assertThat(StartFailure.ended(List.of(), FROM)).isNotEmpty();
  }
}

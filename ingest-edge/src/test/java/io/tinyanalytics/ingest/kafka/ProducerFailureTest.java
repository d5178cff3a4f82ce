package io.tinyanalytics.ingest.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.tinyanalytics.ingest.publish.PublishException.Reason;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.BrokerNotAvailableException;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.InvalidPidMappingException;
import org.apache.kafka.common.errors.NetworkException;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ProducerFailureTest {

  static Stream<Exception> passing() {
    return Stream.of(
        new TimeoutException("no answer"),
        new NetworkException("cut"),
        new NotEnoughReplicasException("one left"),
        new UnknownTopicOrPartitionException("not yet"),
        new OutOfOrderSequenceException("a gap"),
        new TopicAuthorizationException("events.raw"),
        new RecordTooLargeException("large"));
  }

  static Stream<Exception> fatal() {
    return Stream.of(
        new ClusterAuthorizationException("no right to be idempotent"),
        new ProducerFencedException("fenced"),
        new InvalidPidMappingException("forgotten"),
        new UnsupportedVersionException("old broker"),
        new SaslAuthenticationException("wrong password"),
        new KafkaException("Cannot execute transactional method because we are in an error state"),
        new BrokerNotAvailableException("not known to pass"),
        new IllegalStateException("Cannot perform operation after producer has been closed"));
  }

  @ParameterizedTest
  @MethodSource("passing")
  void letsTheProducerGoOnAfterWhatPasses(Exception failure) {
    assertThat(ProducerFailure.isSurvivable(failure)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("fatal")
  void endsTheProducerAfterAllElse(Exception failure) {
    assertThat(ProducerFailure.isSurvivable(failure)).isFalse();
    assertThat(ProducerFailure.reason(failure)).isEqualTo(Reason.ERROR);
  }
}

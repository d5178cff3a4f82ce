package io.tinyanalytics.ingest.kafka;

import io.tinyanalytics.ingest.publish.PublishException.Reason;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownProducerIdException;

/** What a failed send says about the event and about the producer. */
final class ProducerFailure {

  private ProducerFailure() {}

  static Reason reason(Exception failure) {
    return failure instanceof TimeoutException ? Reason.TIMEOUT : Reason.ERROR;
  }

  /**
   * Whether the producer can go on. It can after what passes by itself, after what is about the
   * topic or the record, and after a gap in its sequence, which an idempotent producer closes by a
   * new epoch. All else (no right to write idempotently, a fenced or closed producer, a state that
   * cannot be) it answers with the same failure for ever, so whatever is not known to pass ends it:
   * a new producer costs a second.
   */
  static boolean isSurvivable(Exception failure) {
    return failure instanceof RetriableException
        || failure instanceof OutOfOrderSequenceException
        || failure instanceof UnknownProducerIdException
        || failure instanceof TopicAuthorizationException
        || failure instanceof InvalidTopicException
        || failure instanceof RecordTooLargeException;
  }
}

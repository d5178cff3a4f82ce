package io.tinyanalytics.ingest.kafka;

import io.tinyanalytics.ingest.publish.PublishException.Reason;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownProducerIdException;

/** What a failed send means for the event and for the producer. */
final class ProducerFailure {

  private ProducerFailure() {}

  static Reason reason(Exception failure) {
    return failure instanceof TimeoutException ? Reason.TIMEOUT : Reason.ERROR;
  }

  /**
   * Whether the producer can continue. It can after a temporary failure, after a failure that
   * concerns the topic or the record, and after a gap in its sequence, which an idempotent producer
   * resolves with a new epoch. After any other failure (no permission for idempotent writes, a
   * fenced or closed producer, an illegal state) every send would fail in the same way. So any
   * failure that is not known to be temporary ends the producer; a new one takes only a second.
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

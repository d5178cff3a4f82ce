package io.tinyanalytics.ingest.kafka;

import java.time.LocalDate;
import java.util.Map;

/**
 * The salts that edges have proposed, in the same order for all edges. Both methods fail with a
 * {@link org.apache.kafka.common.KafkaException} while Kafka does not answer.
 */
interface SaltLog {

  /** For each day, the first salt that was proposed for it. */
  Map<LocalDate, byte[]> read();

  /**
   * Proposes a salt for a day. Read the log again to see whether it counts, or whether it was
   * stored at all if this fails.
   */
  void propose(LocalDate day, byte[] salt);
}

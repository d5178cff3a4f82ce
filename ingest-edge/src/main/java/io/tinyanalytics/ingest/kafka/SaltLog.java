package io.tinyanalytics.ingest.kafka;

import java.time.LocalDate;
import java.util.Map;

/**
 * The salts that edges have proposed, in one order that is the same for all of them. Both methods
 * fail with a {@link org.apache.kafka.common.KafkaException} while Kafka does not answer.
 */
interface SaltLog {

  /** Of the salts proposed for each day so far, the first. */
  Map<LocalDate, byte[]> read();

  /**
   * Proposes a salt for a day. Whether it counts, or was kept at all if this fails, the next
   * reading tells.
   */
  void propose(LocalDate day, byte[] salt);
}

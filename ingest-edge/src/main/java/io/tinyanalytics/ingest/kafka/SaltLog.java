package io.tinyanalytics.ingest.kafka;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/**
 * The salts that edges have proposed, in the same order for all edges. Both methods fail with a
 * {@link org.apache.kafka.common.KafkaException} while Kafka does not answer.
 */
interface SaltLog {

  /** For each date, the first salt that was proposed for it. */
  Map<LocalDate, byte[]> read();

  /**
   * Proposes a salt for a date. Read the log again to see whether it counts, or whether it was
   * stored at all if this fails.
   *
   * @param begin when the date has begun everywhere; the log forgets the salt 48 hours later
   */
  void propose(LocalDate date, Instant begin, byte[] salt);
}

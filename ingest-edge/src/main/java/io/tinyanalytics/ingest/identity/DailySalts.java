package io.tinyanalytics.ingest.identity;

import java.time.LocalDate;
import java.util.Optional;

/** The salts that change a visitor's id every day. */
public interface DailySalts {

  /**
   * The salt of a UTC day. It is the same on all edges and does not change while it exists.
   *
   * @param day the current day or the day before; other days may have no salt
   * @return at least 16 bytes; empty if the salt is not known yet or was deleted
   */
  Optional<byte[]> of(LocalDate day);
}

package io.tinyanalytics.ingest.identity;

import java.time.LocalDate;
import java.util.Optional;

/** The salts that make a visitor's id another one every day. */
public interface DailySalts {

  /**
   * The salt of a UTC day, the same for all edges and for as long as it is there.
   *
   * @param day the current day or the one before; no other day need have a salt
   * @return at least 16 bytes; empty if the salt is not known yet, or not any more
   */
  Optional<byte[]> of(LocalDate day);
}

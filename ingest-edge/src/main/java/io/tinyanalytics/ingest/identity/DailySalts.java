package io.tinyanalytics.ingest.identity;

import java.time.LocalDate;

/** The salts that make a visitor's id another one every day. */
public interface DailySalts {

  /**
   * The salt of a UTC day, the same for all edges.
   *
   * @param day the current day or the one before; no other day need have a salt
   * @return at least 16 bytes
   */
  byte[] of(LocalDate day);
}

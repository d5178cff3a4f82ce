package io.tinyanalytics.ingest.identity;

import java.time.LocalDate;
import java.util.Optional;

/** The salts that change a visitor's id every day. */
public interface DailySalts {

  /**
   * The salt of a calendar date, for sites of all time zones. It is the same on all edges and does
   * not change while it exists.
   *
   * @param date a date that it is now at some site, or the one before; others may have no salt
   * @return at least 16 bytes; empty if the salt is not known yet or was deleted
   */
  Optional<byte[]> of(LocalDate date);
}

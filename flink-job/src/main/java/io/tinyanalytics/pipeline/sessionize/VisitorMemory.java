package io.tinyanalytics.pipeline.sessionize;

/** Where the visitors with one message key are kept. */
interface VisitorMemory {

  /** What is kept of a visitor; {@link VisitorState#NEW} if nothing is. */
  VisitorState read(long visitor) throws Exception;

  void write(long visitor, VisitorState state) throws Exception;

  /**
   * Remembers a hash that does not fit into the visitor's day.
   *
   * @param sinceMillis what was remembered before this time does not count
   * @return whether it is new
   */
  boolean remember(long hash, long sinceMillis, long appendedAtMillis) throws Exception;
}

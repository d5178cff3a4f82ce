package io.tinyanalytics.e2e.proxy;

/** What a proxy can do to its connections. */
public enum Disturbance {
  /** Resets all connections repeatedly, in the middle of any transfer. */
  CUT,
  /** Holds back every byte in both directions. The bytes arrive when the disturbance ends. */
  STALL,
  /** Lets only a few kilobytes per second through, each piece with a delay. */
  SLOW,
  /** Forwards requests, and resets the connection instead of forwarding the first answer. */
  SWALLOW_AND_CUT,
  /**
   * Forwards requests and drops the answers. The connections are reset when the disturbance ends.
   */
  SWALLOW;

  boolean swallows() {
    return this == SWALLOW || this == SWALLOW_AND_CUT;
  }
}

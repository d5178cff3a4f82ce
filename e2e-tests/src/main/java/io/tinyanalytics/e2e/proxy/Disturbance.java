package io.tinyanalytics.e2e.proxy;

/** What a proxy can do to the connections that lead through it. */
public enum Disturbance {
  /** Resets all connections again and again, in the middle of whatever they carry. */
  CUT,
  /** Holds back every byte, both ways; what was held back arrives when it ends. */
  STALL,
  /** Lets through a few kilobytes a second, each piece late. */
  SLOW,
  /** Forwards requests and resets the connection in place of the first answer. */
  SWALLOW_AND_CUT,
  /** Forwards requests and drops the answers; the connections are reset when it ends. */
  SWALLOW;

  boolean swallows() {
    return this == SWALLOW || this == SWALLOW_AND_CUT;
  }
}

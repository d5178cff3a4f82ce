package io.tinyanalytics.audit;

/**
 * Offsets of one partition without a gap.
 *
 * @param begin the first
 * @param end the first one after the range; equals {@code begin} if the range is empty
 */
record OffsetRange(long begin, long end) {
  OffsetRange {
    if (begin < 0 || end < begin) {
      throw new IllegalArgumentException("no range: " + begin + " to " + end);
    }
  }

  long size() {
    return end - begin;
  }

  /** The part that lies in the other range too; empty if there is none. */
  OffsetRange within(OffsetRange other) {
    long from = Math.max(begin, other.begin);
    return new OffsetRange(from, Math.max(from, Math.min(end, other.end)));
  }

  /** As people write it, with the last offset included. */
  @Override
  public String toString() {
    return size() == 1 ? "offset " + begin : "offsets " + begin + "-" + (end - 1);
  }
}

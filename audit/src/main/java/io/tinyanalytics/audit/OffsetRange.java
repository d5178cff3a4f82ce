package io.tinyanalytics.audit;

/**
 * A range of offsets of one partition, without gaps.
 *
 * @param begin the first offset
 * @param end the first offset after the range; equals {@code begin} if the range is empty
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

  /** The part of this range that is also in the other range; empty if there is none. */
  OffsetRange within(OffsetRange other) {
    long from = Math.max(begin, other.begin);
    return new OffsetRange(from, Math.max(from, Math.min(end, other.end)));
  }

  /** For people: shows the last offset of the range instead of the end after it. */
  @Override
  public String toString() {
    return size() == 1 ? "offset " + begin : "offsets " + begin + "-" + (end - 1);
  }
}

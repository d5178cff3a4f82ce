package io.tinyanalytics.audit;

/**
 * What is stored on {@value #SIZE} neighbouring offsets of one partition, without naming them.
 *
 * @param number the bucket's first offset, divided by {@value #SIZE}
 * @param rows how many rows
 * @param offsets on how many different offsets
 * @param lowest the first of these
 * @param highest the last of these
 */
record Bucket(long number, long rows, long offsets, long lowest, long highest) {
  static final long SIZE = 65_536;

  /** Which offsets a bucket is for. */
  static OffsetRange range(long number) {
    return new OffsetRange(number * SIZE, (number + 1) * SIZE);
  }
}

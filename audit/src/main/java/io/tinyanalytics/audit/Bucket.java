package io.tinyanalytics.audit;

/**
 * The number of rows and offsets stored in {@value #SIZE} neighbouring offsets of one partition,
 * without a list of the offsets.
 *
 * @param number the bucket's first offset, divided by {@value #SIZE}
 * @param rows how many rows are stored
 * @param offsets how many different offsets these rows have
 * @param lowest the lowest stored offset
 * @param highest the highest stored offset
 */
record Bucket(long number, long rows, long offsets, long lowest, long highest) {
  static final long SIZE = 65_536;

  /** The offsets that a bucket covers. */
  static OffsetRange range(long number) {
    return new OffsetRange(number * SIZE, (number + 1) * SIZE);
  }
}

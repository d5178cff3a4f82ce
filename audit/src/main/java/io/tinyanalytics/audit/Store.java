package io.tinyanalytics.audit;

import java.io.IOException;
import java.util.SortedMap;

/** What the tables {@code events} and {@code discards} hold together, by Kafka coordinates. */
interface Store {
  /** The rows of one partition on offsets below {@code end}. */
  StoredRows rows(int partition, long end) throws IOException;

  /** In how many rows each offset of the range stands; an absent one is no key. */
  SortedMap<Long, Long> copies(int partition, OffsetRange range) throws IOException;
}

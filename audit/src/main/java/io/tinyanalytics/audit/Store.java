package io.tinyanalytics.audit;

import java.io.IOException;
import java.util.SortedMap;

/** The rows of the tables {@code events} and {@code discards} together, by Kafka coordinates. */
interface Store {
  /** The rows of one partition at offsets below {@code end}. */
  StoredRows rows(int partition, long end) throws IOException;

  /** The number of rows at each offset of the range. An absent offset is not in the map. */
  SortedMap<Long, Long> copies(int partition, OffsetRange range) throws IOException;
}

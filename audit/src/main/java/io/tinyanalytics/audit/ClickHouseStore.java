package io.tinyanalytics.audit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the tables over HTTP. */
final class ClickHouseStore implements Store {
  private static final String STORED_ROWS = ClickHouse.statement("stored-rows.sql");
  private static final String COPIES = ClickHouse.statement("copies.sql");

  private final ClickHouse clickHouse;

  ClickHouseStore(ClickHouse clickHouse) {
    this.clickHouse = clickHouse;
  }

  @Override
  public StoredRows rows(int partition, long end) throws IOException {
    long events = 0;
    var discards = new TreeMap<String, Long>();
    List<Bucket> buckets = new ArrayList<>();
    for (var fields : answer(STORED_ROWS, Map.of("partition", partition, "end", end))) {
      long rows = Long.parseLong(fields[3]);
      if (fields[0].equals("0")) {
        buckets.add(bucket(fields, rows));
      } else if (fields[2].isEmpty()) {
        events = rows;
      } else {
        discards.put(fields[2], rows);
      }
    }
    return new StoredRows(events, discards, buckets);
  }

  @Override
  public SortedMap<Long, Long> copies(int partition, OffsetRange range) throws IOException {
    var parameters = Map.of("partition", partition, "begin", range.begin(), "end", range.end());
    var copies = new TreeMap<Long, Long>();
    for (var fields : answer(COPIES, parameters)) {
      copies.put(Long.parseLong(fields[0]), Long.parseLong(fields[1]));
    }
    return copies;
  }

  private List<String[]> answer(String statement, Map<String, ?> parameters) throws IOException {
    try (var lines = clickHouse.lines(statement, parameters)) {
      return lines.lines().map(line -> line.split("\t", -1)).toList();
    }
  }

  private static Bucket bucket(String[] fields, long rows) {
    return new Bucket(
        Long.parseLong(fields[1]),
        rows,
        Long.parseLong(fields[4]),
        Long.parseLong(fields[5]),
        Long.parseLong(fields[6]));
  }
}

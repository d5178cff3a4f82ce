package io.tinyanalytics.pipeline.progress;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tinyanalytics.pipeline.clickhouse.ClickHouseEndpoint;
import io.tinyanalytics.pipeline.clickhouse.ClickHouseRequests;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Asks ClickHouse, once and with a short time-out, which offsets are stored from the frontiers on.
 */
final class StoredProgress {

  private static final Duration TIMEOUT = Duration.ofSeconds(2);

  /** The most offsets that a frontier moves in one step. It keeps each query cheap. */
  private static final int REACH = 262_144;

  private final ClickHouseRequests clickHouse;

  StoredProgress(ClickHouseEndpoint endpoint) {
    this.clickHouse = new ClickHouseRequests(endpoint, TIMEOUT);
  }

  /** The rows of {@code pipeline_progress}. */
  List<PartitionProgress> read() throws IOException, InterruptedException {
    return rows(
            """
            SELECT partition, max(frontier), toUnixTimestamp64Milli(max(complete_as_of))
            FROM pipeline_progress
            GROUP BY partition
            FORMAT TabSeparated""")
        .stream()
        .map(StoredProgress::progress)
        .toList();
  }

  /**
   * The first offset of each partition that is not stored, starting at the given one. The query
   * finds runs of offsets without a gap: within a run, the difference between offset and row number
   * is constant. It reads each table only once, because two reads of one table could see two
   * different states.
   */
  Map<Integer, Long> firstAbsent(Map<Integer, Long> from) throws IOException, InterruptedException {
    Map<Integer, Long> firstAbsent = new HashMap<>(from);
    if (from.isEmpty()) {
      return firstAbsent;
    }
    List<String[]> firstRuns =
        rows(
            """
            SELECT partition, min(offset), max(offset)
            FROM
            (
                SELECT partition, offset,
                    offset - row_number() OVER (PARTITION BY partition ORDER BY offset) AS run
                FROM
                (
                    SELECT _kafka_partition AS partition, _kafka_offset AS offset
                    FROM events WHERE %1$s
                    UNION DISTINCT
                    SELECT _kafka_partition, _kafka_offset FROM discards WHERE %1$s
                )
            )
            GROUP BY partition, run
            ORDER BY partition, min(offset)
            LIMIT 1 BY partition
            FORMAT TabSeparated"""
                .formatted(withinReach(from)));
    for (String[] run : firstRuns) {
      firstAbsent.replace(
          Integer.valueOf(run[0]), Long.valueOf(run[1]), Long.parseLong(run[2]) + 1);
    }
    return firstAbsent;
  }

  private static String withinReach(Map<Integer, Long> from) {
    return from.entrySet().stream()
        .map(
            p ->
                "(_kafka_partition = %d AND _kafka_offset BETWEEN %d AND %d)"
                    .formatted(p.getKey(), p.getValue(), p.getValue() + REACH - 1))
        .collect(Collectors.joining(" OR ", "(", ")"));
  }

  private static PartitionProgress progress(String[] row) {
    return new PartitionProgress(
        Integer.parseInt(row[0]),
        Long.parseLong(row[1]),
        Instant.ofEpochMilli(Long.parseLong(row[2])));
  }

  private List<String[]> rows(String sql) throws IOException, InterruptedException {
    String answer = new String(clickHouse.query(sql), UTF_8);
    return answer.lines().map(line -> line.split("\t", -1)).toList();
  }
}

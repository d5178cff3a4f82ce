package io.tinyanalytics.stack.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tinyanalytics.stack.process.ClickHouseUser;
import io.tinyanalytics.stack.schema.ClickHouseHttp;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** The tables, asked over HTTP. The statements stand in files beside this class. */
final class ClickHouseStore implements Store {
  private static final String STORED_ROWS = statement("stored-rows.sql");
  private static final String COPIES = statement("copies.sql");

  private final URI address;
  private final ClickHouseHttp clickHouse;

  ClickHouseStore(URI address, ClickHouseUser user) {
    this.address = address;
    this.clickHouse = new ClickHouseHttp(address.toString(), user);
  }

  @Override
  public StoredRows rows(int partition, long end) throws IOException {
    var answer = answer(STORED_ROWS, Map.of("partition", partition, "end", end));
    long events = 0;
    var discards = new TreeMap<String, Long>();
    List<Bucket> buckets = new ArrayList<>();
    for (var line : answer.lines().toList()) {
      var fields = line.split("\t", -1);
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
    for (var line : answer(COPIES, parameters).lines().toList()) {
      var fields = line.split("\t", -1);
      copies.put(Long.parseLong(fields[0]), Long.parseLong(fields[1]));
    }
    return copies;
  }

  private String answer(String statement, Map<String, ?> parameters) throws IOException {
    try {
      return clickHouse.execute(statement, parameters);
    } catch (ConnectException | HttpTimeoutException e) {
      throw new IOException(
          "ClickHouse at " + address + " does not answer: start it, or set CLICKHOUSE_DSN.", e);
    } catch (IOException e) {
      throw new IOException("ClickHouse at " + address + ": " + e.getMessage(), e);
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

  private static String statement(String file) {
    try (var in = ClickHouseStore.class.getResourceAsStream(file)) {
      return new String(Objects.requireNonNull(in, file).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(file + " is not readable", e);
    }
  }
}

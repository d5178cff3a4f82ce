package io.tinyanalytics.pipeline.clickhouse;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads complete results. It waits until ClickHouse answers, and repeats a query whose response was
 * cut short. The duration of a query is not known in advance, so each time-out doubles the next
 * wait, up to a limit.
 */
public final class PatientReader {

  private static final Duration FIRST_PATIENCE = Duration.ofSeconds(30);
  private static final Duration LONGEST_PATIENCE = Duration.ofMinutes(10);
  private static final Logger LOG = LoggerFactory.getLogger(PatientReader.class);

  private final ClickHouseEndpoint endpoint;
  private Duration patience = FIRST_PATIENCE;
  private ClickHouseRequests clickHouse;

  public PatientReader(ClickHouseEndpoint endpoint) {
    this.endpoint = endpoint;
    this.clickHouse = new ClickHouseRequests(endpoint, patience);
  }

  /** Reads the values of one row. */
  @FunctionalInterface
  public interface Row<T> {
    T read(RowBinary values) throws IOException;
  }

  /** Takes the values of one row. */
  @FunctionalInterface
  public interface RowTaker {
    void take(RowBinary values) throws IOException;
  }

  /**
   * Runs a query with few rows.
   *
   * @throws UncheckedIOException if ClickHouse refuses the query
   */
  public <T> List<T> list(String sql, Row<T> row) {
    List<T> rows = new ArrayList<>();
    each(sql, rows::clear, values -> rows.add(row.read(values)));
    return rows;
  }

  /**
   * Runs a query with any number of rows, and keeps none in memory.
   *
   * @param each takes one row; it may get a row again after a response was cut short
   * @throws UncheckedIOException if ClickHouse refuses the query
   */
  public void each(String sql, RowTaker each) {
    each(sql, () -> {}, each);
  }

  private void each(String sql, Runnable begin, RowTaker each) {
    BackOff backOff = new BackOff();
    while (true) {
      begin.run();
      try (InputStream answer = clickHouse.stream(sql + " FORMAT RowBinary")) {
        RowBinary rows = new RowBinary(answer);
        while (rows.hasRow()) {
          each.take(rows);
        }
        return;
      } catch (ClickHouseException | EOFException e) {
        throw new UncheckedIOException("Cannot read what is stored", e);
      } catch (HttpTimeoutException e) {
        doublePatience();
        LOG.warn("ClickHouse does not answer; the next wait is {}: {}", patience, e.toString());
      } catch (IOException e) {
        LOG.warn("ClickHouse does not answer; the job starts when it does: {}", e.toString());
      } catch (InterruptedException e) {
        throw interrupted(e);
      }
      pause(backOff);
    }
  }

  private void doublePatience() {
    Duration doubled = patience.multipliedBy(2);
    patience = doubled.compareTo(LONGEST_PATIENCE) < 0 ? doubled : LONGEST_PATIENCE;
    clickHouse = new ClickHouseRequests(endpoint, patience);
  }

  /** Waits. An interrupt ends the wait, and with it the start of the job. */
  public static void pause(BackOff backOff) {
    try {
      backOff.pause();
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static IllegalStateException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException("interrupted while waiting for ClickHouse", e);
  }
}

package io.tinyanalytics.pipeline.clickhouse;

import static java.util.Objects.requireNonNull;

import io.tinyanalytics.clickhouse.ClickHouseAddress;
import java.io.Serializable;
import java.net.URI;

/**
 * Where ClickHouse answers over HTTP, and the user to ask it as.
 *
 * @param url the HTTP interface, such as {@code http://localhost:8123/}
 * @param database the database of the tables
 * @param user the user
 * @param password the user's password, or empty
 */
public record ClickHouseEndpoint(URI url, String database, String user, String password)
    implements Serializable {

  public ClickHouseEndpoint {
    requireNonNull(url, "url is null");
    requireNonNull(database, "database is null");
    requireNonNull(user, "user is null");
    requireNonNull(password, "password is null");
  }

  /**
   * Reads a JDBC URL as {@link ClickHouseAddress} does.
   *
   * @throws IllegalArgumentException if it cannot work; the message says what to change
   */
  public static ClickHouseEndpoint of(String dsn, String user, String password) {
    ClickHouseAddress address = ClickHouseAddress.of(dsn);
    return new ClickHouseEndpoint(address.url().resolve("/"), address.database(), user, password);
  }

  /** Without the password, so that it can be logged. */
  @Override
  public String toString() {
    return url + database;
  }
}

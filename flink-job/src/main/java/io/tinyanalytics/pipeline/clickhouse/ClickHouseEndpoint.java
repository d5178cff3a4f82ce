package io.tinyanalytics.pipeline.clickhouse;

import static java.util.Objects.requireNonNull;

import io.tinyanalytics.clickhouse.ClickHouseAddress;
import java.io.Serializable;
import java.net.URI;

/**
 * The HTTP address of ClickHouse, and the user for requests to it.
 *
 * @param url the HTTP interface, such as {@code http://localhost:8123/}
 * @param database the database that contains the tables
 * @param user the user name
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
   * @throws IllegalArgumentException if the URL is invalid; the message says what to change
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

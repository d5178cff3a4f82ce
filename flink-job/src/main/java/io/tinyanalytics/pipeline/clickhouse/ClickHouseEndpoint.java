package io.tinyanalytics.pipeline.clickhouse;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where ClickHouse answers over HTTP, and as whom.
 *
 * @param url the HTTP interface, such as {@code http://localhost:8123/}
 * @param database the database of the tables
 * @param user the user
 * @param password the user's password, or empty
 */
public record ClickHouseEndpoint(URI url, String database, String user, String password)
    implements Serializable {

  private static final Pattern DSN =
      Pattern.compile("jdbc:(?:clickhouse|ch)(?::https?)?://([^/?]+)/([A-Za-z0-9_]+)(\\?.*)?");

  public ClickHouseEndpoint {
    requireNonNull(url, "url is null");
    requireNonNull(database, "database is null");
    requireNonNull(user, "user is null");
    requireNonNull(password, "password is null");
  }

  /**
   * Reads a JDBC URL such as {@code jdbc:clickhouse://localhost:8123/analytics}; {@code ssl=true}
   * in its query means HTTPS.
   *
   * @throws IllegalArgumentException if it is not of that form
   */
  public static ClickHouseEndpoint of(String dsn, String user, String password) {
    Matcher matcher = DSN.matcher(dsn);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "CLICKHOUSE_DSN must be of the form jdbc:clickhouse://host:port/database");
    }
    boolean secure =
        dsn.startsWith(":https:", "jdbc:clickhouse".length())
            || (matcher.group(3) != null && matcher.group(3).contains("ssl=true"));
    URI url = URI.create((secure ? "https" : "http") + "://" + matcher.group(1) + "/");
    return new ClickHouseEndpoint(url, matcher.group(2), user, password);
  }

  /** Without the password, so that it can be logged. */
  @Override
  public String toString() {
    return url + database;
  }
}

package io.tinyanalytics.pipeline.clickhouse;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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

  private static final int HTTP_PORT = 8123;
  private static final int HTTPS_PORT = 8443;
  private static final int LARGEST_PORT = 65_535;

  public ClickHouseEndpoint {
    requireNonNull(url, "url is null");
    requireNonNull(database, "database is null");
    requireNonNull(user, "user is null");
    requireNonNull(password, "password is null");
  }

  /**
   * Reads a JDBC URL such as {@code jdbc:clickhouse://localhost:8123/analytics}; {@code ssl=true}
   * in its query means HTTPS. Without a port, ClickHouse's own is meant: 8123, or 8443 for HTTPS.
   *
   * @throws IllegalArgumentException if it is not of that form
   */
  public static ClickHouseEndpoint of(String dsn, String user, String password) {
    Matcher matcher = DSN.matcher(dsn);
    if (!matcher.matches()) {
      throw unusable(null);
    }
    boolean secure =
        dsn.startsWith(":https:", "jdbc:clickhouse".length())
            || (matcher.group(3) != null && matcher.group(3).contains("ssl=true"));
    return new ClickHouseEndpoint(url(secure, matcher.group(1)), matcher.group(2), user, password);
  }

  private static URI url(boolean secure, String authority) {
    try {
      URI told = new URI("//" + authority).parseServerAuthority();
      int port = told.getPort() >= 0 ? told.getPort() : secure ? HTTPS_PORT : HTTP_PORT;
      if (told.getUserInfo() != null || port > LARGEST_PORT) {
        throw unusable(null);
      }
      return new URI(secure ? "https" : "http", null, told.getHost(), port, "/", null, null);
    } catch (URISyntaxException e) {
      throw unusable(e);
    }
  }

  private static IllegalArgumentException unusable(@Nullable Exception cause) {
    return new IllegalArgumentException(
        "CLICKHOUSE_DSN must be of the form jdbc:clickhouse://host:port/database", cause);
  }

  /** Without the password, so that it can be logged. */
  @Override
  public String toString() {
    return url + database;
  }
}

package io.tinyanalytics.clickhouse;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The HTTP interface and the database that {@code CLICKHOUSE_DSN} names.
 *
 * @param url scheme, host and port, such as {@code http://localhost:8123}
 * @param database of the tables
 */
public record ClickHouseAddress(URI url, String database) {

  private static final Pattern DSN =
      Pattern.compile("jdbc:(?:clickhouse|ch)(?::(https?))?://([^/?]*)(?:/([^?]*))?(?:\\?(.*))?");
  private static final Pattern DATABASE = Pattern.compile("[A-Za-z0-9_]+");
  private static final Pattern SSL = Pattern.compile("(?i)(?:.*&)?ssl=true(?:&.*)?");
  private static final Pattern CREDENTIALS = Pattern.compile("(?i)(?:.*&)?(?:user|password)=.*");

  private static final int HTTP_PORT = 8123;
  private static final int HTTPS_PORT = 8443;
  private static final int LARGEST_PORT = 65_535;

  public ClickHouseAddress {
    requireNonNull(url, "url is null");
    requireNonNull(database, "database is null");
  }

  /**
   * Reads a JDBC URL such as {@code jdbc:clickhouse://localhost:8123/analytics}. The scheme {@code
   * jdbc:clickhouse:https:} or the option {@code ssl=true} means HTTPS. The default port is 8123,
   * or 8443 for HTTPS.
   *
   * @throws IllegalArgumentException if it cannot work; the message is one sentence that says what
   *     to change, and shows nothing of the URL, which may hold a password
   */
  public static ClickHouseAddress of(String dsn) {
    Matcher parts = DSN.matcher(dsn);
    if (!parts.matches()) {
      throw wrong("must look like jdbc:clickhouse://localhost:8123/analytics");
    }
    String options = parts.group(4) == null ? "" : parts.group(4);
    if (parts.group(2).contains("@") || CREDENTIALS.matcher(options).matches()) {
      throw wrong(
          "must hold no user and no password: set CLICKHOUSE_USER and CLICKHOUSE_PASSWORD instead");
    }
    String database = parts.group(3);
    if (database == null || !DATABASE.matcher(database).matches()) {
      throw wrong("must name a database of letters, digits and underscores, such as /analytics");
    }
    boolean secure = "https".equals(parts.group(1)) || SSL.matcher(options).matches();
    return new ClickHouseAddress(url(secure, parts.group(2)), database);
  }

  private static URI url(boolean secure, String authority) {
    try {
      URI given = new URI("//" + authority).parseServerAuthority();
      int standard = secure ? HTTPS_PORT : HTTP_PORT;
      int port = given.getPort() < 0 ? standard : given.getPort();
      if (port < 1 || port > LARGEST_PORT) {
        throw wrong("must have a port from 1 to 65535");
      }
      return new URI(secure ? "https" : "http", null, given.getHost(), port, null, null, null);
    } catch (URISyntaxException malformed) {
      throw wrong("must name one host and at most one port, such as localhost:8123");
    }
  }

  private static IllegalArgumentException wrong(String rule) {
    return new IllegalArgumentException("CLICKHOUSE_DSN " + rule + ".");
  }
}

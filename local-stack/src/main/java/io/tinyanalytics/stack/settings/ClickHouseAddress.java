package io.tinyanalytics.stack.settings;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The HTTP interface that a ClickHouse JDBC URL names.
 *
 * @param url for example {@code http://localhost:8123}
 */
public record ClickHouseAddress(URI url) {
  private static final Pattern DSN =
      Pattern.compile("jdbc:(?:clickhouse|ch):(?:(https?):)?//([^/:?]+)(?::(\\d+))?(.*)");

  /**
   * Reads a JDBC URL.
   *
   * @throws IllegalArgumentException if it is none of ClickHouse's; the message shows a right one
   */
  public static ClickHouseAddress of(String dsn) {
    var match = DSN.matcher(dsn);
    if (!match.matches()) {
      throw new IllegalArgumentException(
          "CLICKHOUSE_DSN must look like jdbc:clickhouse://localhost:8123/analytics, not \""
              + dsn
              + "\".");
    }
    var scheme = secure(match) ? "https" : "http";
    var port = match.group(3) != null ? match.group(3) : secure(match) ? "8443" : "8123";
    return new ClickHouseAddress(URI.create(scheme + "://" + match.group(2) + ":" + port));
  }

  private static boolean secure(Matcher match) {
    return "https".equals(match.group(1)) || match.group(4).matches(".*[?&]ssl=true(&.*)?");
  }
}

package io.tinyanalytics.logimport;

import java.util.regex.Pattern;

/**
 * Finds the client in what stands before a line's time: {@code %h %l %u}, the virtual host before
 * it ({@code %v:%p} or {@code %v}) or not, or a list of addresses that proxies forwarded.
 */
final class ClientAddress {
  private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}");
  private static final Pattern IPV6 =
      Pattern.compile("\\[?[0-9A-Fa-f]*:[0-9A-Fa-f]*:[0-9A-Fa-f:.]*(?:%[\\w.-]+)?\\]?");
  private static final Pattern WITH_PORT =
      Pattern.compile("(?:[^:\\[\\]]+|\\[[^\\[\\]]*\\]):\\d{1,5}");

  private ClientAddress() {}

  /**
   * The client's address without a port, or its name.
   *
   * @param fields at least two, separated by single spaces
   */
  static String in(String fields) {
    int firstEnd = fields.indexOf(' ');
    var first = fields.substring(0, firstEnd);
    int secondEnd = fields.indexOf(' ', firstEnd + 1);
    var second = fields.substring(firstEnd + 1, secondEnd < 0 ? fields.length() : secondEnd);
    var client = !first.endsWith(",") && isHost(first, second) ? second : first;
    return bare(client.endsWith(",") ? client.substring(0, client.length() - 1) : client);
  }

  /** Whether the first field is the virtual host; the field behind a client is hardly ever used. */
  private static boolean isHost(String first, String second) {
    if (second.equals("-") || second.isEmpty()) {
      return false;
    }
    return isAddress(bare(second.replace(",", ""))) || WITH_PORT.matcher(first).matches();
  }

  private static String bare(String client) {
    boolean hasPort =
        WITH_PORT.matcher(client).matches()
            && (client.startsWith("[") || IPV4.matcher(client).lookingAt());
    var host = hasPort ? client.substring(0, client.lastIndexOf(':')) : client;
    return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
  }

  private static boolean isAddress(String text) {
    return IPV4.matcher(text).matches() || IPV6.matcher(text).matches();
  }
}

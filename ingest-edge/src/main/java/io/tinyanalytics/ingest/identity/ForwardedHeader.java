package io.tinyanalytics.ingest.identity;

import java.util.List;

/** The header in which proxies report the address of the client. */
public enum ForwardedHeader {
  /** {@code X-Forwarded-For: client, proxy}. */
  X_FORWARDED_FOR("X-Forwarded-For") {
    @Override
    String node(String element) {
      return ListHeader.unquoted(element);
    }
  },
  /** {@code Forwarded: for=client;proto=https, for="[2001:db8::1]:1234"}, of RFC 7239. */
  FORWARDED("Forwarded") {
    @Override
    String node(String element) {
      return ListHeader.split(element, ';').stream()
          .filter(pair -> pair.regionMatches(true, 0, FOR, 0, FOR.length()))
          .map(pair -> ListHeader.unquoted(pair.substring(FOR.length()).strip()))
          .findFirst()
          .orElse("");
    }
  };

  private static final String FOR = "for=";

  private final String headerName;

  ForwardedHeader(String headerName) {
    this.headerName = headerName;
  }

  /** The header of this name, ignoring case. */
  public static ForwardedHeader named(String name) {
    return name.equalsIgnoreCase(FORWARDED.headerName) ? FORWARDED : X_FORWARDED_FOR;
  }

  String headerName() {
    return headerName;
  }

  /** The nodes in the order of the header. A node without a name is an empty text. */
  List<String> hops(List<String> lines) {
    return ListHeader.elements(lines).map(this::node).toList();
  }

  /** The node that one element of the list names. */
  abstract String node(String element);
}

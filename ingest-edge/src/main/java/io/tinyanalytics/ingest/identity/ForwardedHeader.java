package io.tinyanalytics.ingest.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How proxies tell for whom they ask. */
public enum ForwardedHeader {
  /** {@code X-Forwarded-For: client, proxy}. */
  X_FORWARDED_FOR("X-Forwarded-For") {
    @Override
    List<String> hops(List<String> values) {
      List<String> hops = new ArrayList<>();
      for (String value : values) {
        for (String hop : value.split(",", -1)) {
          hops.add(hop.strip());
        }
      }
      return hops;
    }
  },
  /** {@code Forwarded: for=client;proto=https, for="[2001:db8::1]:1234"}, of RFC 7239. */
  FORWARDED("Forwarded") {
    @Override
    List<String> hops(List<String> values) {
      List<String> hops = new ArrayList<>();
      for (String value : values) {
        for (String element : value.split(",", -1)) {
          Matcher node = FOR.matcher(element);
          hops.add(node.find() ? node.group(1) : "");
        }
      }
      return hops;
    }
  };

  private static final Pattern FOR =
      Pattern.compile("(?:^|;)\\s*for=\"?([^\";,\\s]*)\"?", Pattern.CASE_INSENSITIVE);

  private final String headerName;

  ForwardedHeader(String headerName) {
    this.headerName = headerName;
  }

  /** The one of this name, whatever the case. */
  public static ForwardedHeader named(String name) {
    return name.equalsIgnoreCase(FORWARDED.headerName) ? FORWARDED : X_FORWARDED_FOR;
  }

  String headerName() {
    return headerName;
  }

  /** The nodes in the order of the header; what names none is an empty text. */
  abstract List<String> hops(List<String> values);
}

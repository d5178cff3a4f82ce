package io.tinyanalytics.e2e.ledger;

import java.util.OptionalLong;

/**
 * One answer of the query service about the main site.
 *
 * @param atMillis when it was there, in milliseconds since the epoch
 * @param pageviews the whole figure
 * @param dataAsOfMillis what was accepted before this instant is in the figure, says the answer; no
 *     value if it says nothing about that
 */
public record Sample(long atMillis, long pageviews, OptionalLong dataAsOfMillis) {

  String line() {
    String claim = dataAsOfMillis.isPresent() ? String.valueOf(dataAsOfMillis.getAsLong()) : "";
    return String.join("\t", String.valueOf(atMillis), String.valueOf(pageviews), claim);
  }

  static Sample of(String line) {
    String[] fields = line.split("\t", -1);
    return new Sample(
        Long.parseLong(fields[0]),
        Long.parseLong(fields[1]),
        fields[2].isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(fields[2])));
  }
}

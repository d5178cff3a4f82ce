package io.tinyanalytics.e2e.ledger;

import java.util.OptionalLong;

/**
 * One answer of the query service about the main site.
 *
 * @param atMillis when the answer arrived, in milliseconds since the epoch
 * @param pageviews the total in the answer
 * @param dataAsOfMillis the instant up to which the answer claims to be complete, in milliseconds
 *     since the epoch: every event accepted before it is counted; empty if the answer names no
 *     instant
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

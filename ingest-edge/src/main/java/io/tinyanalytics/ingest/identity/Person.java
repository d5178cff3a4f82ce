package io.tinyanalytics.ingest.identity;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * The data that distinguishes one visitor of a site from another.
 *
 * @param userAgent the visitor's user agent, or null if it sent none
 */
public record Person(String siteId, ClientAddress address, @Nullable String userAgent) {

  public Person {
    requireNonNull(siteId, "siteId is null");
    requireNonNull(address, "address is null");
  }

  @Override
  public String toString() {
    return "Person";
  }
}

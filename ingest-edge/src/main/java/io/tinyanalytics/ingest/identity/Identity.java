package io.tinyanalytics.ingest.identity;

/**
 * What is kept of an address.
 *
 * @param visitorId 16 hexadecimal digits that name a visitor of one site for one day
 * @param ipHash 64 hexadecimal digits, the same for all of a day's events from one address
 * @param ipPrefix the /24, or the /48 of IPv6, as text
 */
public record Identity(String visitorId, String ipHash, String ipPrefix) {}

package io.tinyanalytics.event;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * What a client reported, as it reported it.
 *
 * @param siteId the site that the event belongs to; never empty
 * @param eventName {@code pageview} for a page view, any other name for a custom event; never empty
 * @param url the page's address, or null if the event has none
 * @param referrer the address of the page that led here, or null if unknown
 * @param userId the site's own id for a signed-in person, or null for a visitor
 * @param sessionId the site's own id for a session, or null
 * @param tsMillis when it happened, in milliseconds since the epoch; 0 if the client leaves it to
 *     the edge, never 0 in a {@link RawEvent}
 * @param props the site's own properties as the text of one JSON object without white space, or
 *     null if there are none
 * @param screen the screen's size in CSS pixels such as {@code 1920x1080}, or null
 * @param language the browser's language tag such as {@code de-AT}, or null
 * @param details what only some events report
 */
public record ClientEvent(
    String siteId,
    String eventName,
    @Nullable String url,
    @Nullable String referrer,
    @Nullable String userId,
    @Nullable String sessionId,
    long tsMillis,
    @Nullable String props,
    @Nullable String screen,
    @Nullable String language,
    EventDetails details) {

  /** The event name of a page view. */
  public static final String PAGEVIEW = "pageview";

  /** The event name of a report of how long a page was read; it is no action of its own. */
  public static final String ENGAGEMENT = "engagement";

  public ClientEvent {
    requireNonNull(siteId, "siteId is null");
    requireNonNull(eventName, "eventName is null");
    requireNonNull(details, "details is null");
  }

  /** An event without details. */
  public ClientEvent(
      String siteId,
      String eventName,
      @Nullable String url,
      @Nullable String referrer,
      @Nullable String userId,
      @Nullable String sessionId,
      long tsMillis,
      @Nullable String props,
      @Nullable String screen,
      @Nullable String language) {
    this(
        siteId,
        eventName,
        url,
        referrer,
        userId,
        sessionId,
        tsMillis,
        props,
        screen,
        language,
        EventDetails.NONE);
  }

  /** The same event with the given time, in milliseconds since the epoch. */
  public ClientEvent withTsMillis(long millis) {
    return new ClientEvent(
        siteId, eventName, url, referrer, userId, sessionId, millis, props, screen, language,
        details);
  }

  /** The same event with the given details. */
  public ClientEvent withDetails(EventDetails given) {
    return new ClientEvent(
        siteId, eventName, url, referrer, userId, sessionId, tsMillis, props, screen, language,
        given);
  }
}

package io.tinyanalytics.pipeline.stream;

import static java.util.Objects.requireNonNull;

/**
 * An event with all facts derived from it, as bytes: what is shuffled from enrich to sessionize,
 * and what the store copies into its columns.
 *
 * @param key the first 64 bits of the {@link EventKey}
 * @param visitor identifies the visitor within a site: the visitor id, else a hash of the user id
 *     of a sender without address; {@link #NOBODY} if there is neither
 * @param previousVisitor the visitor's id of the day before, in the half hour after midnight; else
 *     {@link #NOBODY}
 * @param kind what visits make of it
 * @param bot whether a bot sent it
 * @param day the site's day of the event, counted from the epoch
 * @param timeMillis when it happened, in milliseconds since the epoch
 * @param receivedAtMillis when the edge received it, in milliseconds since the epoch
 * @param visitorId the visitor id to store; 0 if there is none
 * @param ipHash 32 bytes; zeros if there is no address
 * @param engagedMillis how long the visitor was engaged since the last such event
 * @param scroll how far the visitor scrolled, 0 to 100
 * @param revenueUnits the revenue in ten-thousandths of its currency
 * @param texts the packed {@link EventText}s
 * @param attributes the packed {@link VisitText}s of this event
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere, and copied nowhere on purpose
public record EventRow(
    long key,
    long visitor,
    long previousVisitor,
    Kind kind,
    boolean bot,
    int day,
    long timeMillis,
    long receivedAtMillis,
    long visitorId,
    byte[] ipHash,
    long engagedMillis,
    int scroll,
    long revenueUnits,
    byte[] texts,
    byte[] attributes) {

  /** The visitor of events that belong to nobody. */
  public static final long NOBODY = 0;

  /** What an event means for a visit. */
  public enum Kind {
    /** It is a page view. */
    PAGEVIEW,
    /** It tells how long a page was read. It lengthens a visit, but opens none. */
    ENGAGEMENT,
    /** It is any other event. */
    OTHER
  }

  public EventRow {
    requireNonNull(kind, "kind is null");
    requireNonNull(ipHash, "ipHash is null");
    requireNonNull(texts, "texts is null");
    requireNonNull(attributes, "attributes is null");
  }

  /** The path of its page, packed for itself. */
  public byte[] path() {
    return Texts.slice(texts, EventText.PATH.place());
  }

  /** How much memory it takes, in bytes, roughly. */
  public int size() {
    return texts.length + attributes.length + ipHash.length + OVERHEAD;
  }

  private static final int OVERHEAD = 250;
}

package io.tinyanalytics.pipeline.stream;

import static java.util.Objects.requireNonNull;

/**
 * What an event changed in its visit. The figures of a visit are sums over its events' changes.
 *
 * @param visitId the visit; 0 if the event belongs to none, and then no number is set
 * @param day the site's day on which the visit began, counted from the epoch
 * @param beganMillis the time of the event that opened the visit, in milliseconds since the epoch
 * @param started whether the event opened the visit
 * @param engaged whether the event ended the visit's bounce
 * @param millis by how many milliseconds the event lengthened the visit
 * @param entered whether the event is the page view by which the visit was entered
 * @param entryPath the path of that page view, packed; empty while there was none
 * @param leftPath for a page view: the path of the page view that it replaced as the last one, its
 *     own if it is older than the last one; packed, and empty if it is the first one
 * @param firsts what the event is the visitor's first of on its day
 * @param attributes the packed {@link VisitText}s of the visit, or of an event that has none
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere, and copied nowhere on purpose
public record VisitChange(
    long visitId,
    int day,
    long beganMillis,
    boolean started,
    boolean engaged,
    long millis,
    boolean entered,
    byte[] entryPath,
    byte[] leftPath,
    Firsts firsts,
    byte[] attributes) {

  /** An empty text, packed. */
  private static final byte[] EMPTY = {0};

  /**
   * What an event is the first of.
   *
   * @param visitor the visitor's first event of the day
   * @param source the visitor's first event of the day in visits from this source
   * @param page the visitor's first event of the day on this page
   */
  public record Firsts(boolean visitor, boolean source, boolean page) {
    public static final Firsts NONE = new Firsts(false, false, false);
  }

  public VisitChange {
    requireNonNull(entryPath, "entryPath is null");
    requireNonNull(leftPath, "leftPath is null");
    requireNonNull(firsts, "firsts is null");
    requireNonNull(attributes, "attributes is null");
  }

  /** The change of an event that belongs to no visit. */
  public static VisitChange none(EventRow event) {
    return new VisitChange(
        0, 0, 0, false, false, 0, false, EMPTY, EMPTY, Firsts.NONE, event.attributes());
  }

  /** The same change with these firsts. */
  public VisitChange with(Firsts of) {
    return new VisitChange(
        visitId,
        day,
        beganMillis,
        started,
        engaged,
        millis,
        entered,
        entryPath,
        leftPath,
        of,
        attributes);
  }
}

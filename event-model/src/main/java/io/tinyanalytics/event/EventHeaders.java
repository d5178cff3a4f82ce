package io.tinyanalytics.event;

/**
 * The record headers of {@code events.raw}, so that a reader can deduplicate and route without
 * parsing the value. Every value is UTF-8 text.
 */
public final class EventHeaders {

  /** The event's id; equals {@code event_id} of the value. */
  public static final String EVENT_ID = "event_id";

  /** The event's site; equals {@code site_id} of the value. */
  public static final String SITE_ID = "site_id";

  /** {@link EventJson#contentHash} of the client's event, before the edge added its own fields. */
  public static final String CONTENT = "content";

  /** The version of the value's format: {@link #SCHEMA_VERSION}. */
  public static final String SCHEMA = "schema";

  /**
   * The only version so far. A new optional field does not need a new version. A field that is
   * renamed, removed or gets another meaning does.
   */
  public static final String SCHEMA_VERSION = "1";

  private EventHeaders() {}
}

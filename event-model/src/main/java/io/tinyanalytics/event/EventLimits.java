package io.tinyanalytics.event;

/** The limits for an event and its parts. Lengths are in UTF-16 characters, sizes in bytes. */
public final class EventLimits {

  /** The largest event from a client, as JSON. */
  public static final int EVENT_BYTES = 64 * 1024;

  /**
   * The largest value of a message: the largest event from a client and all fields that the edge
   * adds.
   */
  public static final int MESSAGE_BYTES = 128 * 1024;

  /** The most events in one batch. */
  public static final int BATCH_EVENTS = 500;

  /** The largest body of a request. */
  public static final int BODY_BYTES = 1024 * 1024;

  /** How deep objects and arrays may nest. */
  public static final int NESTING = 32;

  /** The longest site id, event name, user id, session id, screen and language. */
  public static final int NAME_LENGTH = 256;

  /** The longest address of a page or referrer. */
  public static final int URL_LENGTH = 4096;

  /** The longest user agent. The edge shortens a longer one if it comes from a header. */
  public static final int USER_AGENT_LENGTH = 2048;

  /** The longest text of a client hint or of {@code Accept-Language}. */
  public static final int HINT_LENGTH = 512;

  /** The longest engagement that one event may report, in milliseconds: a day. */
  public static final int ENGAGED_MILLIS = 86_400_000;

  /** The farthest scroll: the whole page, in per cent. */
  public static final int SCROLL = 100;

  private static final int EVENT_ID_LENGTH = 128;

  private EventLimits() {}

  /**
   * Whether a client may use this event id: 1 to 128 of the characters {@code A-Za-z0-9._:-}. This
   * runs twice for each event, so it does not use a pattern, which takes ten times as long.
   */
  public static boolean isEventId(String id) {
    if (id.isEmpty() || id.length() > EVENT_ID_LENGTH) {
      return false;
    }
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      boolean digitOrColon = c >= '0' && c <= ':';
      if (!letter && !digitOrColon && c != '.' && c != '_' && c != '-') {
        return false;
      }
    }
    return true;
  }
}

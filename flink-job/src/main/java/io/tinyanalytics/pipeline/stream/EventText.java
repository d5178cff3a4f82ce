package io.tinyanalytics.pipeline.stream;

import java.util.Locale;

/**
 * The text columns of an event that are its own, in the order in which {@link Texts} packs them.
 * {@code HOSTNAME} and {@code PATH} stay side by side: together they are the page.
 */
public enum EventText {
  SITE_ID,
  EVENT_NAME,
  EVENT_ID,
  USER_ID,
  SESSION_ID,
  URL,
  HOSTNAME,
  PATH,
  REFERRER,
  PAYLOAD,
  REVENUE_CURRENCY;

  /** Its number among the packed texts. */
  @SuppressWarnings("EnumOrdinal") // the order is the format
  public int place() {
    return ordinal();
  }

  /** The name of the column. */
  public String column() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package io.tinyanalytics.pipeline.stream;

import java.util.Locale;

/**
 * The text columns that each row of a visit has from the visit's first event, in the order in which
 * {@link Texts} packs them. The state of visits holds them in this order, so a new one goes to the
 * end; in visits from before, it is empty.
 */
public enum VisitText {
  SOURCE,
  UTM_SOURCE,
  UTM_MEDIUM,
  UTM_CAMPAIGN,
  UTM_TERM,
  UTM_CONTENT,
  VISIT_REFERRER,
  COUNTRY,
  DEVICE_TYPE,
  BROWSER,
  BROWSER_VERSION,
  OS,
  OS_VERSION,
  LANGUAGE,
  SCREEN,
  BOT_NAME;

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

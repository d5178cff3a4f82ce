package io.tinyanalytics.event;

import org.jspecify.annotations.Nullable;

/**
 * What only some events of a client report.
 *
 * @param engagedMillis how long the visitor was engaged with the page since the last event that
 *     reported it, in milliseconds; 0 if not reported
 * @param scroll how far the visitor scrolled, 0 to 100 per cent of the page; 0 if not reported
 * @param revenue what the event brought in, or null
 * @param pageViewId identifies the page view that the event belongs to, by the rule of event ids,
 *     or null
 * @param webdriver whether the browser says that a program controls it
 */
public record EventDetails(
    int engagedMillis,
    int scroll,
    @Nullable Revenue revenue,
    @Nullable String pageViewId,
    boolean webdriver) {

  /** Nothing was reported. */
  public static final EventDetails NONE = new EventDetails(0, 0, null, null, false);

  public EventDetails {
    if (engagedMillis < 0 || engagedMillis > EventLimits.ENGAGED_MILLIS) {
      throw new IllegalArgumentException("engagedMillis is out of range");
    }
    if (scroll < 0 || scroll > EventLimits.SCROLL) {
      throw new IllegalArgumentException("scroll is out of range");
    }
  }
}

package io.tinyanalytics.event;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads the fields that only some events have. */
final class DetailsReader {

  private final ValueReader values;
  private final RevenueReader revenues;
  private boolean found;
  private int engagedMillis;
  private int scroll;
  private @Nullable Revenue revenue;
  private @Nullable String pageViewId;
  private boolean webdriver;

  DetailsReader(JsonParser json, ValueReader values) {
    this.values = values;
    this.revenues = new RevenueReader(json);
  }

  /**
   * Reads a field's value if it is a detail; otherwise returns false.
   *
   * @param repairing whether a client sent it, so that what it cannot know is repaired
   */
  boolean read(String field, boolean repairing) throws IOException, EventFormatException {
    switch (field) {
      case "engaged_ms" -> engagedMillis = values.wholeNumber(field, EventLimits.ENGAGED_MILLIS);
      case "scroll" -> scroll = values.wholeNumber(field, EventLimits.SCROLL);
      case "revenue" -> revenue = revenues.read(repairing);
      case "page_view_id" -> pageViewId = values.id(field);
      case "webdriver" -> webdriver = values.flag(field);
      default -> {
        return false;
      }
    }
    found = true;
    return true;
  }

  EventDetails toDetails() {
    return found
        ? new EventDetails(engagedMillis, scroll, revenue, pageViewId, webdriver)
        : EventDetails.NONE;
  }
}

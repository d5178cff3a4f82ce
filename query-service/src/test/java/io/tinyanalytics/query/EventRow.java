package io.tinyanalytics.query;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The columns of {@code events} that a report reads; the others keep their defaults. */
record EventRow(
    @JsonProperty("site_id") String siteId,
    @JsonProperty("event_date") String day,
    @JsonProperty("event_name") String name,
    @JsonProperty("url") String url,
    @JsonProperty("user_id") String userId,
    @JsonProperty("visitor_id") long visitorId) {

  static EventRow pageview(String siteId, String day, String url) {
    return new EventRow(siteId, day, "pageview", url, "", 0);
  }

  EventRow byUser(String id) {
    return new EventRow(siteId, day, name, url, id, visitorId);
  }

  EventRow byVisitor(long id) {
    return new EventRow(siteId, day, name, url, userId, id);
  }

  EventRow named(String other) {
    return new EventRow(siteId, day, other, url, userId, visitorId);
  }
}

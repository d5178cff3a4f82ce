package io.tinyanalytics.query;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The columns of {@code events} that a report reads; the others keep their defaults. */
record EventRow(
    @JsonProperty("site_id") String siteId,
    @JsonProperty("event_date") String day,
    @JsonProperty("event_name") String name,
    @JsonProperty("url") String url,
    @JsonProperty("hostname") String hostname,
    @JsonProperty("path") String path,
    @JsonProperty("user_id") String userId,
    @JsonProperty("visitor_id") long visitorId,
    @JsonProperty("is_bot") boolean bot) {

  /** A person's view of a page whose URL names no host. */
  static EventRow pageview(String siteId, String day, String path) {
    return new EventRow(siteId, day, "pageview", path, "", path, "", 0, false);
  }

  /** The same with another URL, of which the job told this host and path. */
  EventRow at(String otherUrl, String host, String otherPath) {
    return new EventRow(siteId, day, name, otherUrl, host, otherPath, userId, visitorId, bot);
  }

  EventRow byUser(String id) {
    return new EventRow(siteId, day, name, url, hostname, path, id, visitorId, bot);
  }

  EventRow byVisitor(long id) {
    return new EventRow(siteId, day, name, url, hostname, path, userId, id, bot);
  }

  EventRow byBot() {
    return new EventRow(siteId, day, name, url, hostname, path, userId, visitorId, true);
  }

  EventRow named(String other) {
    return new EventRow(siteId, day, other, url, hostname, path, userId, visitorId, bot);
  }
}

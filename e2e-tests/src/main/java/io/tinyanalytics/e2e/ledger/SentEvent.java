package io.tinyanalytics.e2e.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.zip.CRC32;

/**
 * An event as it is sent. Its URL ends with {@code e=NUMBER.VERSION.SUM}: the number of the event
 * in the run, the version (0, or that of a changed copy), and the decimal CRC-32 of the {@link
 * #SUMMED} fields. So a stored row alone shows whether it is intact, and which version of its event
 * it is.
 *
 * @param id the id that the client gives; empty if the edge shall assign one
 * @param content NUMBER.VERSION.SUM
 */
record SentEvent(LoadSite site, String id, String content, ObjectNode json) {

  /** The prefix of the ids of events that the edge must refuse. */
  static final String REFUSABLE = "bad-";

  /**
   * The property in {@code props} that is part of the checksum. It begins with a letter and does
   * not look like a date.
   */
  static final String NOTE = "note";

  private static final int PAGES = 12;

  private static final List<String> SUMMED =
      List.of("event_name", "user_id", "session_id", "referrer");

  /** Adds site, id and URL to the fields. */
  static SentEvent of(LoadSite site, String id, String number, int version, ObjectNode fields) {
    String content = number + "." + version + "." + sum(fields);
    fields.put("site_id", site.id());
    fields.put("url", url(number) + content);
    if (!id.isEmpty()) {
      fields.put("event_id", id);
    }
    return new SentEvent(site, id, content, fields);
  }

  /** A copy with the same id and a different content. */
  SentEvent changed() {
    ObjectNode fields = json.deepCopy();
    fields.withObject("/props").put(NOTE, "not the first");
    String number = content.substring(0, content.indexOf('.'));
    return of(site, id, number, 1, fields);
  }

  private static String url(String number) {
    int page = Math.floorMod(number.hashCode(), PAGES);
    return "https://shop.example/" + page + "?utm_source=load&e=";
  }

  Entry entry(Outcome outcome, String storedId, long nowMillis) {
    return new Entry(outcome, nowMillis, site.id(), storedId, content);
  }

  private static long sum(ObjectNode fields) {
    StringBuilder text = new StringBuilder();
    SUMMED.forEach(field -> text.append(fields.path(field).asText()).append('|'));
    text.append(fields.path("props").path(NOTE).asText());
    CRC32 sum = new CRC32();
    sum.update(text.toString().getBytes(UTF_8));
    return sum.getValue();
  }
}

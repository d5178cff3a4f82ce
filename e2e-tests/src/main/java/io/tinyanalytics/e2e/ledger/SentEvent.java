package io.tinyanalytics.e2e.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.zip.CRC32;

/**
 * An event as it is sent. Its address ends with {@code e=NUMBER.VERSION.SUM}: which event of the
 * run, 0 or the version of a changed copy, and the {@link #SUMMED} fields' CRC-32 in decimal. So a
 * stored row tells by itself whether it is whole, and which version of its event it is.
 *
 * @param id as the client gives it; empty if the edge is to give one
 * @param content NUMBER.VERSION.SUM
 */
record SentEvent(LoadSite site, String id, String content, ObjectNode json) {

  /** The ids of events that the edge must refuse begin so. */
  static final String REFUSABLE = "bad-";

  /** The text in {@code props} that is summed; it begins with a letter and looks like no date. */
  static final String NOTE = "note";

  private static final List<String> SUMMED =
      List.of("event_name", "user_id", "session_id", "referrer", "screen", "language");

  /** Completes the fields with site, id and address. */
  static SentEvent of(LoadSite site, String id, String number, int version, ObjectNode fields) {
    String content = number + "." + version + "." + sum(fields);
    fields.put("site_id", site.id());
    fields.put("url", "https://shop.example/" + number.length() + "?utm_source=load&e=" + content);
    if (!id.isEmpty()) {
      fields.put("event_id", id);
    }
    return new SentEvent(site, id, content, fields);
  }

  /** The same id with another content. */
  SentEvent changed() {
    ObjectNode fields = json.deepCopy();
    fields.withObject("/props").put(NOTE, "not the first");
    String number = content.substring(0, content.indexOf('.'));
    return of(site, id, number, 1, fields);
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

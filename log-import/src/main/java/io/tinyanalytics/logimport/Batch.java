package io.tinyanalytics.logimport;

import io.tinyanalytics.event.EventLimits;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** Events on their way to the edge, as many as one request may carry. */
final class Batch {
  private static final byte[] HEAD = {'{', '"', 'e', 'v', 'e', 'n', 't', 's', '"', ':', '['};
  private static final byte[] TAIL = {']', '}'};

  private final List<Item> items = new ArrayList<>();
  private int bodyBytes = HEAD.length + TAIL.length;

  /** Whether the item still fits; the first one always does. */
  boolean fits(Item item) {
    return items.isEmpty()
        || (items.size() < EventLimits.BATCH_EVENTS
            && bodyBytes + 1 + item.json().length < EventLimits.BODY_BYTES);
  }

  void add(Item item) {
    items.add(item);
    bodyBytes += 1 + item.json().length;
  }

  List<Item> items() {
    return List.copyOf(items);
  }

  int size() {
    return items.size();
  }

  boolean isEmpty() {
    return items.isEmpty();
  }

  /** The number of the last event's line; the batch must not be empty. */
  long lastLine() {
    return items.get(items.size() - 1).line();
  }

  /** The request's body. */
  byte[] body() {
    var body = new ByteArrayOutputStream(bodyBytes);
    body.writeBytes(HEAD);
    for (int i = 0; i < items.size(); i++) {
      if (i > 0) {
        body.write(',');
      }
      body.writeBytes(items.get(i).json());
    }
    body.writeBytes(TAIL);
    return body.toByteArray();
  }

  /**
   * One event.
   *
   * @param line the number of its line in the log
   * @param json the event as a client posts it; not copied
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Item(long line, byte[] json) {}
}

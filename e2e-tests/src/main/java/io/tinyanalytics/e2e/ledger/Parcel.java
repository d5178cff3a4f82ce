package io.tinyanalytics.e2e.ledger;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;

/**
 * Events of one site that are sent in one request.
 *
 * @param sender the user agent; it stays the same for every try, so that the events belong to one
 *     visitor and keep their order
 */
record Parcel(LoadSite site, String sender, List<Item> items) {

  Parcel {
    items = List.copyOf(items);
  }

  /**
   * One event of a parcel.
   *
   * @param ifTaken the outcome to record when the event is answered 202
   */
  record Item(SentEvent event, Outcome ifTaken) {

    Entry taken(String id, long nowMillis) {
      return event.entry(ifTaken, id, nowMillis);
    }

    Entry not(Outcome outcome, long nowMillis) {
      return event.entry(outcome, event.id(), nowMillis);
    }
  }

  /** A copy with these items. */
  Parcel with(List<Item> others) {
    return new Parcel(site, sender, others);
  }

  boolean isBatch() {
    return items.size() > 1;
  }

  String body() {
    if (!isBatch()) {
      return items.get(0).event().json().toString();
    }
    ArrayNode events = JsonNodeFactory.instance.arrayNode();
    items.forEach(item -> events.add(item.event().json()));
    return JsonNodeFactory.instance.objectNode().set("events", events).toString();
  }
}

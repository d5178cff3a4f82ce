package io.tinyanalytics.e2e.ledger;

import io.tinyanalytics.e2e.ledger.Parcel.Item;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Sends parcels and records their outcome in the journal. */
final class Delivery {

  private final EdgeClient edge;
  private final Journal journal;
  private final InstantSource clock;

  Delivery(EdgeClient edge, Journal journal, InstantSource clock) {
    this.edge = edge;
    this.journal = journal;
    this.clock = clock;
  }

  /** Sends a parcel once. Records the accepted and refused items, and returns the others. */
  List<Item> attempt(Parcel parcel) throws IOException, InterruptedException {
    List<Answer> answers = edge.send(parcel);
    long now = clock.millis();
    List<Entry> entries = new ArrayList<>();
    List<Item> unknown = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      Item item = parcel.items().get(i);
      switch (answers.get(i).kind()) {
        case TAKEN -> entries.add(item.taken(answers.get(i).id(), now));
        case REFUSED -> entries.add(item.not(Outcome.REFUSED, now));
        case UNKNOWN -> unknown.add(item);
      }
    }
    journal.write(entries);
    return unknown;
  }

  /** Records items with an unknown outcome that will not be sent again. */
  void giveUp(List<Item> unknown) throws IOException {
    long now = clock.millis();
    journal.write(unknown.stream().map(item -> item.not(Outcome.UNKNOWN, now)).toList());
  }
}

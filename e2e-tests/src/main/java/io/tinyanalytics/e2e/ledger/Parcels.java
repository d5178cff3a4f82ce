package io.tinyanalytics.e2e.ledger;

import io.tinyanalytics.e2e.ledger.Parcel.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Makes the parcels of one sender: single events and batches for all sites, half of them for the
 * main site.
 */
final class Parcels {

  private static final List<LoadSite> SITES =
      Stream.concat(
              Stream.of(LoadSite.values()),
              Stream.of(LoadSite.MAIN, LoadSite.MAIN, LoadSite.MAIN, LoadSite.MAIN))
          .toList();

  private static final int LARGEST_BATCH = 80;
  private static final int REFUSABLE_IN = 100;
  private static final int TWINS_IN = 10;

  private final EventMaker maker;
  private final RandomGenerator random;

  Parcels(EventMaker maker, RandomGenerator random) {
    this.maker = maker;
    this.random = random;
  }

  Parcel next() {
    if (random.nextInt(REFUSABLE_IN) == 0) {
      return new Parcel(LoadSite.MAIN, sender(), List.of(first(maker.makeRefusable())));
    }
    LoadSite site = SITES.get(random.nextInt(SITES.size()));
    int size = random.nextBoolean() ? 1 : 2 + random.nextInt(LARGEST_BATCH - 1);
    List<Item> items = new ArrayList<>();
    while (items.size() < size) {
      items.add(first(maker.make(site)));
    }
    if (site != LoadSite.NAMELESS && size > 1 && random.nextInt(TWINS_IN) == 0) {
      items.add(new Item(items.get(random.nextInt(size)).event(), Outcome.REPEATED));
    }
    return new Parcel(site, sender(), items);
  }

  private static Item first(SentEvent event) {
    return new Item(event, Outcome.ACKNOWLEDGED);
  }

  /**
   * One of some hundred visitors behind one address: enough to be spread over the topic's
   * partitions, and few enough for visits of many events.
   */
  private String sender() {
    return "load/1.0 (visitor " + random.nextInt(200) + ")";
  }
}

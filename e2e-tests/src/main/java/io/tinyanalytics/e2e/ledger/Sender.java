package io.tinyanalytics.e2e.ledger;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.tinyanalytics.e2e.ledger.Parcel.Item;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;

/**
 * One thread of a load. It sends a parcel until the edge accepts or refuses it, then the next one.
 */
final class Sender implements Callable<Integer> {

  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

  /** How long a parcel is still sent again after the load was told to stop. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Parcels parcels;
  private final Delivery delivery;
  private final Copies copies;
  private final Pace pace;
  private final RandomGenerator random;

  Sender(Parcels parcels, Delivery delivery, Copies copies, Pace pace, RandomGenerator random) {
    this.parcels = parcels;
    this.delivery = delivery;
    this.copies = copies;
    this.pace = pace;
    this.random = random;
  }

  /** Returns the number of parcels sent. */
  @Override
  public Integer call() throws IOException, InterruptedException {
    int sent = 0;
    Parcel parcel = parcels.next();
    while (pace.take(parcel.items().size())) {
      copies.atOnce(parcel, random);
      copies.later(parcel, deliver(parcel), random);
      sent++;
      parcel = parcels.next();
    }
    return sent;
  }

  /** Returns the accepted and refused items. */
  private List<Item> deliver(Parcel parcel) throws IOException, InterruptedException {
    List<Item> unknown = delivery.attempt(parcel);
    if (parcel.site() != LoadSite.NAMELESS) { // without an id, a second try would be another event
      unknown = retry(parcel, unknown);
    }
    delivery.giveUp(unknown);
    List<Item> decided = new ArrayList<>(parcel.items());
    decided.removeAll(unknown);
    return decided;
  }

  private List<Item> retry(Parcel parcel, List<Item> first)
      throws IOException, InterruptedException {
    List<Item> unknown = first;
    Duration pause = PAUSE;
    while (!unknown.isEmpty() && pace.stoppedFor().compareTo(PATIENCE) < 0) {
      MILLISECONDS.sleep(pause.toMillis());
      pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : pause;
      unknown = delivery.attempt(parcel.with(unknown));
    }
    return unknown;
  }
}

package io.tinyanalytics.e2e.ledger;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.tinyanalytics.e2e.ledger.Parcel.Item;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.random.RandomGenerator;

/** One thread of a load: sends a parcel, again and again until it is taken, then the next. */
final class Sender implements Callable<Integer> {

  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

  /** How long a parcel is sent again after the load was told to stop. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Parcels parcels;
  private final Delivery delivery;
  private final Copies copies;
  private final Pace pace;
  private final CountDownLatch stopping;
  private final RandomGenerator random;

  Sender(
      Parcels parcels,
      Delivery delivery,
      Copies copies,
      Pace pace,
      CountDownLatch stopping,
      RandomGenerator random) {
    this.parcels = parcels;
    this.delivery = delivery;
    this.copies = copies;
    this.pace = pace;
    this.stopping = stopping;
    this.random = random;
  }

  /** Returns how many parcels it has sent. */
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

  /** Returns the items that are taken or refused. */
  private List<Item> deliver(Parcel parcel) throws IOException, InterruptedException {
    List<Item> unknown = delivery.attempt(parcel);
    if (parcel.site() != LoadSite.NAMELESS) { // sent again, it would be another event
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
    long pause = PAUSE.toMillis();
    long patience = PATIENCE.toMillis();
    while (!unknown.isEmpty() && patience > 0) {
      if (stopping.await(pause, MILLISECONDS)) {
        MILLISECONDS.sleep(pause);
        patience -= pause;
      }
      pause = Math.min(2 * pause, LONGEST_PAUSE.toMillis());
      unknown = delivery.attempt(parcel.with(unknown));
    }
    return unknown;
  }
}

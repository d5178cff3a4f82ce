package io.tinyanalytics.e2e.ledger;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import io.tinyanalytics.e2e.ledger.Parcel.Item;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Sends copies of events with the same ids, each copy once. A copy is sent at the same time as the
 * original or up to some minutes later, with the same or a different content. A different content
 * is sent only after the original was acknowledged, so the original must win.
 */
final class Copies {

  private static final int AT_ONCE_IN = 30;
  private static final int LATER_IN = 6;
  private static final int MOST = 5;
  private static final Duration SOON = Duration.ofSeconds(5);
  private static final Duration LATE = Duration.ofMinutes(4);

  private final Delivery delivery;
  private final ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(2);
  private volatile @Nullable IOException failure;

  Copies(Delivery delivery) {
    this.delivery = delivery;
    threads.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /** Sends copies of some parcels at the same time as the parcels themselves. */
  void atOnce(Parcel parcel, RandomGenerator random) {
    if (random.nextInt(AT_ONCE_IN) == 0) {
      send(parcel, repeated(named(parcel.items())), Duration.ZERO);
    }
  }

  /** Sends copies of some acknowledged items later. */
  void later(Parcel parcel, List<Item> acknowledged, RandomGenerator random) {
    if (random.nextInt(LATER_IN) == 0) {
      List<Item> some = named(acknowledged).stream().limit(MOST).toList();
      Duration longest = random.nextBoolean() ? SOON : LATE;
      Duration delay = Duration.ofMillis(random.nextLong(longest.toMillis()));
      send(parcel, random.nextBoolean() ? repeated(some) : conflicting(some), delay);
    }
  }

  /** Drops the copies that are not due yet, and returns when no copy is in flight. */
  void stop() throws IOException, InterruptedException {
    threads.shutdown();
    if (!threads.awaitTermination(2 * EdgeClient.TIMEOUT.toSeconds(), SECONDS)) {
      throw new IOException("a copy is still on its way");
    }
    if (failure != null) {
      throw failure;
    }
  }

  /** Aborts all requests in flight. */
  void end() {
    threads.shutdownNow();
  }

  private void send(Parcel parcel, List<Item> items, Duration delay) {
    if (!items.isEmpty() && !threads.isShutdown()) {
      var unused = threads.schedule(() -> send(parcel.with(items)), delay.toMillis(), MILLISECONDS);
    }
  }

  private void send(Parcel copies) {
    try {
      delivery.giveUp(delivery.attempt(copies));
    } catch (IOException e) {
      failure = e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static List<Item> named(List<Item> items) {
    return items.stream().filter(item -> !item.event().id().isEmpty()).toList();
  }

  private static List<Item> repeated(List<Item> items) {
    return items.stream().map(item -> new Item(item.event(), Outcome.REPEATED)).toList();
  }

  private static List<Item> conflicting(List<Item> items) {
    return items.stream()
        .map(item -> new Item(item.event().changed(), Outcome.CONFLICTING))
        .toList();
  }
}

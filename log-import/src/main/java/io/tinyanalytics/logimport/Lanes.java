package io.tinyanalytics.logimport;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Sends page views side by side in several lanes. A visitor, one address with one user agent,
 * always has the same lane, and a lane sends one batch at a time: so Kafka has each visitor's page
 * views in the order of the log.
 */
final class Lanes implements AutoCloseable {
  private static final int LANES = 6;

  private final BatchSender sender;
  private final List<Lane> lanes = IntStream.range(0, LANES).mapToObj(Lane::new).toList();

  Lanes(BatchSender sender) {
    this.sender = sender;
  }

  /** Puts a page view into its visitor's lane; it leaves with the next {@link #depart}. */
  void add(AccessLogEntry visitor, Batch.Item item) {
    int hash = 31 * visitor.address().hashCode() + String.valueOf(visitor.userAgent()).hashCode();
    lanes.get(Math.floorMod(hash, lanes.size())).add(item);
  }

  /**
   * Sends all that was added since the last time, after what was sent then.
   *
   * @param end where the log is read to
   */
  Flight depart(LogPosition end) {
    List<Future<EdgeCounts>> sent = new ArrayList<>();
    lanes.forEach(lane -> lane.sendTo(sent));
    return new Flight(sent, end);
  }

  /** Gives up what is not sent yet. */
  @Override
  public void close() {
    lanes.forEach(lane -> lane.thread.shutdownNow());
  }

  private final class Lane {
    private final ExecutorService thread;
    private List<Batch> batches = new ArrayList<>();
    private boolean broken;

    Lane(int number) {
      this.thread =
          Executors.newSingleThreadExecutor(
              task -> {
                var daemon = new Thread(task, "lane-" + number);
                daemon.setDaemon(true);
                return daemon;
              });
    }

    void add(Batch.Item item) {
      if (batches.isEmpty() || !batches.get(batches.size() - 1).fits(item)) {
        batches.add(new Batch());
      }
      batches.get(batches.size() - 1).add(item);
    }

    void sendTo(List<Future<EdgeCounts>> sent) {
      for (var batch : batches) {
        sent.add(thread.submit(() -> send(batch)));
      }
      batches = new ArrayList<>();
    }

    /** After a batch that could not be sent none follows: it would come before its elder. */
    private EdgeCounts send(Batch batch) throws ImportException, InterruptedException {
      if (broken) {
        throw new ImportException("An earlier batch could not be sent.");
      }
      broken = true;
      var counts = sender.send(batch);
      broken = false;
      return counts;
    }
  }
}

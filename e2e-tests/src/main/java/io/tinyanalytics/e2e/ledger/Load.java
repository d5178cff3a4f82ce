package io.tinyanalytics.e2e.ledger;

import io.tinyanalytics.e2e.stack.Stack;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Sends events to the edge of a stack from several threads, and keeps a journal of their outcomes.
 * An event is sent again with the same id until it is acknowledged. Some events are also sent again
 * after that. The stack must use the sites of {@link LoadSite#FILE}.
 */
public final class Load implements AutoCloseable {

  private static final int EVENTS_PER_SECOND = 500;
  private static final int SENDERS = 8;

  private final Stack stack;
  private final Path samples;
  private final long seed;
  private final Journal journal;
  private final InstantSource clock = InstantSource.system();
  private final Pace pace = new Pace(EVENTS_PER_SECOND);
  private final ExecutorService threads = Executors.newFixedThreadPool(SENDERS + 1);
  private final Copies copies;
  private final Delivery delivery;
  private final List<Future<Integer>> running = new ArrayList<>();

  /**
   * Creates a load that sends nothing yet.
   *
   * @param journal the file to create; answers of the query service are stored beside it
   * @param seed the seed of the contents; two loads of one stack must have different seeds
   */
  public Load(Stack stack, Path journal, long seed) throws IOException {
    this.stack = stack;
    this.samples = Ledger.samples(journal);
    this.seed = seed;
    this.journal = new Journal(journal);
    this.delivery = new Delivery(new EdgeClient(stack), this.journal, clock);
    this.copies = new Copies(delivery);
  }

  /** Starts to send: at most 500 events per second, plus some copies. */
  public void start() {
    SplittableRandom root = new SplittableRandom(seed);
    for (int i = 0; i < SENDERS; i++) {
      SplittableRandom random = root.split();
      String prefix = Long.toString(seed, Character.MAX_RADIX) + "-" + i;
      Parcels parcels = new Parcels(new EventMaker(prefix, random, clock), random);
      running.add(threads.submit(new Sender(parcels, delivery, copies, pace, random.split())));
    }
    running.add(threads.submit(new FreshnessSampler(stack, samples, pace, clock)));
  }

  /**
   * Stops sending new events. Events without an acknowledgement are sent again until they have one,
   * for at most two minutes. Returns when nothing is in flight.
   */
  public void stop() throws IOException, InterruptedException {
    pace.stop();
    for (Future<Integer> each : running) {
      try {
        each.get();
      } catch (ExecutionException e) {
        throw new IOException("a thread of the load has failed", e.getCause());
      }
    }
    copies.stop();
    close();
  }

  /** The entries in the journal so far. */
  public LoadCounts counts() {
    return journal.counts();
  }

  /** Aborts all requests in flight. */
  @Override
  public void close() throws IOException {
    pace.stop();
    threads.shutdownNow();
    copies.end();
    journal.close();
  }
}

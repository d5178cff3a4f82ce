package io.tinyanalytics.e2e.plan;

import io.tinyanalytics.e2e.plan.FaultKind.Group;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;

/**
 * Deals the kinds like cards: each round has every kind once, in a random order. The first round is
 * complete if there is time for it. Otherwise it has as many kinds as there is time for.
 */
final class Planner {

  private static final int MOST_AT_ONCE = 4;

  private final long seed;
  private final Duration time;

  Planner(long seed, Duration time) {
    this.seed = seed;
    this.time = time;
  }

  List<Burst> bursts() {
    List<FaultKind> kinds = new ArrayList<>(List.of(FaultKind.values()));
    Dealer dealer = new Dealer(seed);
    List<Burst> bursts = dealer.round(kinds);
    while (estimate(bursts).compareTo(time) > 0 && kinds.size() > 1) {
      leaveOutLast(kinds);
      dealer = new Dealer(seed);
      bursts = dealer.round(kinds);
    }
    kinds.remove(FaultKind.MORE_PARTITIONS); // a topic cannot lose partitions again
    return goOn(bursts, dealer, kinds);
  }

  /** Removes the last kind. Without a fault that lowers the parallelism, no fault may raise it. */
  private static void leaveOutLast(List<FaultKind> kinds) {
    if (kinds.remove(kinds.size() - 1) == FaultKind.RESCALE_DOWN) {
      kinds.remove(FaultKind.RESCALE_UP);
    }
  }

  private List<Burst> goOn(List<Burst> bursts, Dealer dealer, List<FaultKind> kinds) {
    while (true) {
      for (Burst burst : dealer.round(kinds)) {
        if (estimate(bursts).plus(burst.estimate()).compareTo(time) > 0) {
          return bursts;
        }
        bursts.add(burst);
      }
    }
  }

  private static Duration estimate(List<Burst> bursts) {
    return bursts.stream().map(Burst::estimate).reduce(Duration.ZERO, Duration::plus);
  }

  /** Makes one sequence of random choices. */
  private static final class Dealer {

    private final Random random;
    private final Parallelism parallelism;

    Dealer(long seed) {
      this.random = new Random(seed);
      this.parallelism = new Parallelism(random);
    }

    List<Burst> round(List<FaultKind> kinds) {
      List<FaultKind> cards = new ArrayList<>(kinds);
      Collections.shuffle(cards, random);
      orderRescales(cards);
      List<Burst> bursts = new ArrayList<>();
      while (!cards.isEmpty()) {
        bursts.add(burst(cards));
      }
      return bursts;
    }

    private void orderRescales(List<FaultKind> cards) {
      int up = cards.indexOf(FaultKind.RESCALE_UP);
      int down = cards.indexOf(FaultKind.RESCALE_DOWN);
      if (up >= 0 && down >= 0 && (up < down) != parallelism.canGrow()) {
        Collections.swap(cards, up, down);
      }
    }

    /** Takes the next cards, but at most one that changes the state the job starts from. */
    private Burst burst(List<FaultKind> cards) {
      int size = 1 + Math.max(random.nextInt(MOST_AT_ONCE), random.nextInt(MOST_AT_ONCE));
      List<PlannedFault> faults = new ArrayList<>();
      boolean startChanges = false;
      for (Iterator<FaultKind> next = cards.iterator(); next.hasNext() && faults.size() < size; ) {
        FaultKind kind = next.next();
        boolean changesStart = kind.group() == Group.JOB;
        if (!(changesStart && startChanges)) {
          startChanges |= changesStart;
          faults.add(fault(kind));
          next.remove();
        }
      }
      return new Burst(faults);
    }

    private PlannedFault fault(FaultKind kind) {
      int after = between(kind.group().earliest(), kind.group().latest());
      int seconds = between(kind.shortest(), kind.longest());
      return new PlannedFault(
          kind, Duration.ofMillis(after), Duration.ofSeconds(seconds), detail(kind));
    }

    private int between(int least, int most) {
      return least + random.nextInt(most - least + 1);
    }

    private String detail(FaultKind kind) {
      return switch (kind) {
        case RESCALE_UP -> "to " + parallelism.grow();
        case RESCALE_DOWN -> "to " + parallelism.shrink();
        case ROLLBACK -> oneOf("oldest", "middle", "newest");
        case CORRUPT_CHECKPOINT -> oneOf("flipped", "truncated");
        case SWALLOW_CLICKHOUSE, SWALLOW_KAFKA -> oneOf("cut", "silent");
        default -> "";
      };
    }

    private String oneOf(String... ways) {
      return ways[random.nextInt(ways.length)];
    }
  }
}

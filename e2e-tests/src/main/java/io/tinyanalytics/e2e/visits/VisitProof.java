package io.tinyanalytics.e2e.visits;

import io.tinyanalytics.e2e.stack.RawTopic;
import io.tinyanalytics.e2e.stack.Stack;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Predicate;

/**
 * Computes the visits of some sites again from the topic's messages, and compares them with the
 * stored rows: each row column by column, and the sums of each visit.
 *
 * <p>Kafka orders the messages of one partition only. A key has messages in two partitions if the
 * topic has grown in between; such keys are left out.
 */
public final class VisitProof {

  private final Stack stack;
  private final RawTopic topic;
  private final String sitePrefix;
  private final SortedMap<Integer, Long> begins;

  /**
   * @param sitePrefix what the names of the sites begin with, and no other site's name
   * @param begins the first offset to read of each partition; none of these sites has an earlier
   *     message
   */
  public VisitProof(Stack stack, String sitePrefix, SortedMap<Integer, Long> begins) {
    this.stack = stack;
    this.topic = new RawTopic(stack);
    this.sitePrefix = sitePrefix;
    this.begins = begins;
  }

  /** Compares rows and visits. Everything in the topic must be stored. */
  public VisitFindings find() throws IOException, InterruptedException {
    SortedMap<Integer, Long> ends = topic.ends();
    Predicate<String> across = keysAcross(ends);
    VisitFindings findings = new VisitFindings();
    for (var end : ends.entrySet()) {
      int partition = end.getKey();
      long begin = begins.getOrDefault(partition, 0L);
      try (var lines = stack.lines(VisitRow.select(partition, begin, sitePrefix))) {
        PartitionProof proof =
            new PartitionProof(partition, across, lines.iterator(), new PlainVisits(), findings);
        read(partition, end.getValue(), proof::take);
        proof.end();
      }
    }
    return findings;
  }

  /** Compares also the figures of each day, as SQL gives them. No key may be in two partitions. */
  public VisitFindings findWithDailySums() throws IOException, InterruptedException {
    VisitFindings findings = find();
    DailySums stored = new DailySums(stack, sitePrefix);
    compare("the sum", findings.dailySums(), stored.sums(), findings);
    Map<String, Long> visitors = new HashMap<>(findings.dailySums());
    visitors.keySet().removeIf(key -> !DailySums.isCounted(key));
    compare("the exact count", visitors, stored.counts(), findings);
    return findings;
  }

  private static void compare(
      String what, Map<String, Long> expected, Map<String, Long> stored, VisitFindings findings) {
    Set<String> keys = new HashSet<>(expected.keySet());
    keys.addAll(stored.keySet());
    for (String key : keys) {
      long is = stored.getOrDefault(key, 0L);
      long wanted = expected.getOrDefault(key, 0L);
      if (is != wanted) {
        findings.differ("%s of %s is %d instead of %d".formatted(what, key, is, wanted));
      }
    }
  }

  private Predicate<String> keysAcross(SortedMap<Integer, Long> ends) throws IOException {
    Map<String, Integer> places = new HashMap<>();
    Set<String> across = new HashSet<>();
    for (var end : ends.entrySet()) {
      Integer partition = end.getKey();
      read(
          partition,
          end.getValue(),
          message -> {
            String key = TopicEvent.keyOf(message);
            if (!partition.equals(places.computeIfAbsent(key, k -> partition))) {
              across.add(key);
            }
          });
    }
    return across::contains;
  }

  private void read(int partition, long end, RawTopic.Taker taker) throws IOException {
    topic.read(
        partition,
        begins.getOrDefault(partition, 0L),
        end,
        message -> {
          if (TopicEvent.siteOf(message).startsWith(sitePrefix)) {
            taker.take(message);
          }
        });
  }
}

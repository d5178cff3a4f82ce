package io.tinyanalytics.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tinyanalytics.audit.PartitionReport.DoubledOffset;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class AuditTest {
  private static final long SIZE = Bucket.SIZE;
  private static final Duration SHORT = Duration.ofMillis(30);

  private final FakeStore store = new FakeStore();
  private final ByteArrayOutputStream messages = new ByteArrayOutputStream();

  @Test
  void isCleanWhenEachOffsetStandsOnce() throws Exception {
    store.with(0, 0, 9).with(1, 5, 2 * SIZE);
    var report = audit(Duration.ZERO, Map.of(0, range(0, 10), 1, range(5, 2 * SIZE + 1)));
    assertThat(report.isClean()).isTrue();
    assertThat(report.inFlight()).isZero();
    assertThat(report.messages()).isEqualTo(10 + 2 * SIZE - 4);
    assertThat(report.events()).isEqualTo(report.messages());
    assertThat(store.inspections()).isZero();
    assertThat(messages.size()).isZero();
  }

  @Test
  void isCleanWithoutMessages() throws Exception {
    assertThat(audit(SHORT, Map.of(0, range(0, 0), 1, range(7, 7))).isClean()).isTrue();
  }

  @Test
  void doesNotJudgeRowsBeyondTheEnd() throws Exception {
    store.with(0, 0, 5).with(0, 7, 9).with(0, 8, 8);
    assertThat(audit(Duration.ZERO, Map.of(0, range(0, 6))).isClean()).isTrue();
  }

  @Test
  void namesWhatIsMissingBelowWhatIsStored() throws Exception {
    store.with(3, 0, 3).with(3, 5, 6).with(3, 10, 19);
    var partition = partition(audit(Duration.ZERO, Map.of(3, range(0, 20))));
    assertThat(partition.missing()).isEqualTo(4);
    assertThat(partition.inFlight()).isZero();
    assertThat(partition.missingOffsets()).containsExactly(range(4, 5), range(7, 10));
  }

  @Test
  void findsTheFirstOffsetMissing() throws Exception {
    store.with(0, 1, 9);
    var partition = partition(audit(Duration.ZERO, Map.of(0, range(0, 10))));
    assertThat(partition.missingOffsets()).containsExactly(range(0, 1));
  }

  @Test
  void countsWhatIsBehindAllThatIsStoredAsInFlight() throws Exception {
    store.with(0, 0, 3).with(0, 5, 6);
    var report = audit(Duration.ZERO, Map.of(0, range(0, 10), 1, range(0, 2)));
    assertThat(report.missing()).isEqualTo(1);
    assertThat(report.inFlight()).isEqualTo(3 + 2);
  }

  @Test
  void provesMessagesThatKafkaHasExpired() throws Exception {
    store.with(0, 2, 3).with(0, 5, 9);
    var partition = partition(audit(Duration.ZERO, Map.of(0, range(8, 10))));
    assertThat(partition.judged()).isEqualTo(range(2, 10));
    assertThat(partition.missingOffsets()).containsExactly(range(4, 5));
  }

  @Test
  void namesRangesAcrossBucketsOnce() throws Exception {
    store.with(0, 0, 9).with(0, 3 * SIZE + 5, 3 * SIZE + 5);
    var partition = partition(audit(Duration.ZERO, Map.of(0, range(0, 3 * SIZE + 6))));
    assertThat(partition.missing()).isEqualTo(3 * SIZE - 5);
    assertThat(partition.missingOffsets()).containsExactly(range(10, 3 * SIZE + 5));
    assertThat(store.inspections()).isEqualTo(2);
  }

  @Test
  void looksOnlyIntoBucketsThatDoNotAddUp() throws Exception {
    store.with(0, 0, SIZE - 1).with(0, SIZE + 1, 2 * SIZE).with(0, 2 * SIZE + 1, 3 * SIZE - 1);
    var partition = partition(audit(Duration.ZERO, Map.of(0, range(0, 3 * SIZE))));
    assertThat(partition.missingOffsets()).containsExactly(range(SIZE, SIZE + 1));
    assertThat(store.inspections()).isEqualTo(1);
  }

  @Test
  void namesWhatStandsTwice() throws Exception {
    store.with(0, 0, 9).with(0, 4, 4).with(0, 7, 7).with(0, 7, 7);
    var partition = partition(audit(Duration.ZERO, Map.of(0, range(0, 10))));
    assertThat(partition.doubled()).isEqualTo(3);
    assertThat(partition.missing()).isZero();
    assertThat(partition.doubledOffsets())
        .containsExactly(new DoubledOffset(4, 2), new DoubledOffset(7, 3));
  }

  @Test
  void isNotFooledWhenOneIsMissingAndAnotherStandsTwice() throws Exception {
    store.with(0, 0, 3).with(0, 5, 9).with(0, 9, 9);
    var partition = partition(audit(Duration.ZERO, Map.of(0, range(0, 10))));
    assertThat(partition.missingOffsets()).containsExactly(range(4, 5));
    assertThat(partition.doubledOffsets()).containsExactly(new DoubledOffset(9, 2));
  }

  @Test
  void namesTheFirstTwentyOnly() throws Exception {
    for (int i = 0; i < 60; i += 2) {
      store.with(0, i, i).with(0, i, i);
    }
    var partition = partition(audit(Duration.ZERO, Map.of(0, range(0, 59))));
    assertThat(partition.missing()).isEqualTo(29);
    assertThat(partition.doubled()).isEqualTo(30);
    assertThat(partition.missingOffsets()).hasSize(20).endsWith(range(39, 40));
    assertThat(partition.doubledOffsets()).hasSize(20).endsWith(new DoubledOffset(38, 2));
  }

  @Test
  void waitsUntilAllIsStored() throws Exception {
    store.with(0, 0, 3).later(0, 6, 9).later(0, 4, 5);
    var report = audit(Duration.ofSeconds(60), Map.of(0, range(0, 10)));
    assertThat(report.isClean()).isTrue();
    assertThat(report.inFlight()).isZero();
  }

  @Test
  void tellsHowMuchItWaitsFor() throws Exception {
    store.with(0, 0, 3);
    audit(Duration.ofSeconds(2), Map.of(0, range(0, 10)));
    assertThat(messages.toString(UTF_8))
        .startsWith("6 messages are not stored yet (")
        .contains(" s of 2 s)");
  }

  @Test
  void callsAGapThatOpenedDuringTheWaitInFlight() throws Exception {
    store.with(0, 0, 3).later(0, 6, 9);
    var partition = partition(audit(SHORT, Map.of(0, range(0, 10))));
    assertThat(partition.inFlight()).isEqualTo(2);
    assertThat(partition.missing()).isZero();
  }

  @Test
  void callsAGapThatOutlastedTheWaitMissingThoughOthersWereStored() throws Exception {
    store.with(0, 0, 3).with(0, 5, 5).later(0, 6, 8);
    var partition = partition(audit(SHORT, Map.of(0, range(0, 10))));
    assertThat(partition.missingOffsets()).containsExactly(range(4, 5));
    assertThat(partition.inFlight()).isEqualTo(1);
  }

  @Test
  void callsTheLastOffsetMissingWhenNothingIsOnItsWay() throws Exception {
    store.with(0, 0, 8);
    var partition = partition(audit(SHORT, Map.of(0, range(0, 10))));
    assertThat(partition.missingOffsets()).containsExactly(range(9, 10));
    assertThat(partition.inFlight()).isZero();
  }

  @Test
  void addsUp() throws Exception {
    store.with(0, 3, 9).with(0, 12, 40).with(0, 20, 22);
    var partition = partition(audit(Duration.ZERO, Map.of(0, range(0, 50))));
    assertThat(partition.events())
        .isEqualTo(
            partition.judged().size()
                - partition.inFlight()
                - partition.missing()
                + partition.doubled());
  }

  private AuditReport audit(Duration wait, Map<Integer, OffsetRange> kafka) throws Exception {
    var out = new PrintStream(messages, true, UTF_8);
    return new Audit(store, wait, out).run(new TreeMap<>(kafka));
  }

  private static PartitionReport partition(AuditReport report) {
    return report.partitions().get(0);
  }

  private static OffsetRange range(long begin, long end) {
    return new OffsetRange(begin, end);
  }
}

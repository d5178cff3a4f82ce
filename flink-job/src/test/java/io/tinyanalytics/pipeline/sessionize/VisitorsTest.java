package io.tinyanalytics.pipeline.sessionize;

import static io.tinyanalytics.pipeline.sessionize.TestEvent.custom;
import static io.tinyanalytics.pipeline.sessionize.TestEvent.engagement;
import static io.tinyanalytics.pipeline.sessionize.TestEvent.pageview;
import static org.assertj.core.api.Assertions.assertThat;

import io.tinyanalytics.pipeline.stream.VisitChange;
import io.tinyanalytics.pipeline.stream.VisitChange.Firsts;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is kept of visitors between their events. Each event is appended when it happens. */
final class VisitorsTest {

  private static final Instant MIDNIGHT = Instant.parse("2026-03-02T00:00:00Z");
  private static final Duration HORIZON = Duration.ofDays(2);

  private final Memory memory = new Memory();
  private final Visitors visitors = new Visitors(memory, HORIZON);

  @Test
  void tellsVisitorsApart() throws Exception {
    assertThat(apply(pageview("/").of(7).key(1)).visitId()).isEqualTo(1);
    assertThat(apply(pageview("/").of(8).key(2)).visitId()).isEqualTo(2);
    assertThat(apply(pageview("/").of(7).key(3)).visitId()).isEqualTo(1);
  }

  @Test
  void tellsABotFromTheVisitorWithItsId() throws Exception {
    assertThat(apply(pageview("/").key(1)).visitId()).isEqualTo(1);
    VisitChange bot = apply(pageview("/").key(2).byBot());

    assertThat(bot.visitId()).isEqualTo(2);
    assertThat(bot.firsts().visitor()).isTrue();
    assertThat(apply(pageview("/").key(3)).firsts()).isEqualTo(Firsts.NONE);
  }

  @Test
  void leavesEventsOfNobodyWithoutVisit() throws Exception {
    VisitChange change = apply(pageview("/").of(0));

    assertThat(change.visitId()).isZero();
    assertThat(change.started()).isFalse();
    assertThat(change.firsts()).isEqualTo(Firsts.NONE);
  }

  @Test
  void goesOnOverMidnight() throws Exception {
    apply(pageview("/a").of(7).key(1).at(MIDNIGHT.minusSeconds(60)));
    VisitChange after = apply(pageview("/b").of(8).before(7).key(2).at(MIDNIGHT.plusSeconds(60)));

    assertThat(after.visitId()).isEqualTo(1);
    assertThat(after.millis()).isEqualTo(120_000);
    assertThat(after.firsts().visitor()).isTrue();
  }

  @Test
  void findsTheVisitUnderBothIdsAfterMidnight() throws Exception {
    apply(pageview("/a").of(7).key(1).at(MIDNIGHT.minusSeconds(60)));
    apply(pageview("/b").of(8).before(7).key(2).at(MIDNIGHT.plusSeconds(60)));

    assertThat(apply(pageview("/c").of(8).key(3).at(MIDNIGHT.plusSeconds(1860))).visitId())
        .isEqualTo(1);
    assertThat(apply(pageview("/late").of(7).key(4).at(MIDNIGHT.minusSeconds(30))).visitId())
        .isEqualTo(1);
  }

  @Test
  void doesNotGiveTheVisitOfTheNewDayToTheOldId() throws Exception {
    apply(pageview("/b").of(8).before(7).key(2).at(MIDNIGHT.plusSeconds(60)));

    assertThat(apply(pageview("/late").of(7).key(4).at(MIDNIGHT.minusSeconds(30))).visitId())
        .isEqualTo(4);
  }

  @Test
  void keepsTheTwoVisitsTouchedLast() throws Exception {
    apply(pageview("/a").key(1));
    apply(pageview("/b").key(2).afterMinutes(120));
    apply(pageview("/a").key(9).afterMinutes(10));
    apply(pageview("/c").key(3).afterMinutes(240));

    assertThat(apply(pageview("/a").key(8).afterMinutes(20)).visitId()).isEqualTo(1);
    assertThat(apply(pageview("/b").key(4).afterMinutes(125)).visitId()).isEqualTo(4);
  }

  @Test
  void forgetsAVisitThatWasTouchedLongAgo() throws Exception {
    long appended = TestEvent.NOON.toEpochMilli();
    apply(pageview("/a").key(1), appended);

    assertThat(apply(pageview("/a").key(2), appended + HORIZON.toMillis() - 1).visitId())
        .isEqualTo(1);
    VisitChange late = apply(pageview("/a").key(3), appended + 2 * HORIZON.toMillis());
    assertThat(late.visitId()).isEqualTo(3);
    assertThat(late.firsts()).isEqualTo(new Firsts(true, true, true));
  }

  @Test
  void countsEachVisitorSourceAndPageOncePerDay() throws Exception {
    assertThat(apply(pageview("/a").from("news")).firsts()).isEqualTo(new Firsts(true, true, true));
    assertThat(apply(pageview("/b").from("search").afterMinutes(1)).firsts())
        .isEqualTo(new Firsts(false, false, true));
    assertThat(apply(pageview("/a").from("search").afterMinutes(60)).firsts())
        .isEqualTo(new Firsts(false, true, false));
    assertThat(apply(custom().on("/c").afterMinutes(61)).firsts())
        .isEqualTo(new Firsts(false, false, true));
    assertThat(apply(pageview("/a").from("news").afterMinutes(12 * 60)).firsts())
        .isEqualTo(new Firsts(true, true, true));
  }

  @Test
  void countsNoVisitorByEngagement() throws Exception {
    assertThat(apply(engagement().on("/a")).firsts()).isEqualTo(Firsts.NONE);
    apply(pageview("/a").afterMinutes(1));
    assertThat(apply(engagement().on("/b").afterMinutes(2)).firsts()).isEqualTo(Firsts.NONE);
    assertThat(apply(pageview("/b").afterMinutes(3)).firsts().page()).isTrue();
  }

  @Test
  void needsThreeHundredBytesForAVisitorWithOneVisit() throws Exception {
    apply(pageview("/docs/install").from("google"));
    apply(pageview("/docs/upgrade").afterMinutes(1));
    apply(pageview("/blog/2026/a-long-title").afterMinutes(2));

    assertThat(new VisitorStateFormat().write(memory.read(7)).length).isBetween(250, 310);
  }

  @Test
  void countsEachOfThousandsOfPagesOnceInLittleMemory() throws Exception {
    for (int round = 0; round < 2; round++) {
      boolean first = round == 0;
      assertThat(IntStream.range(0, 10_000).filter(page -> isFirst("/" + page)).count())
          .isEqualTo(first ? 10_000 : 0);
    }

    assertThat(new VisitorStateFormat().write(memory.read(7)).length).isLessThan(1_000);
  }

  private boolean isFirst(String path) {
    try {
      return apply(pageview(path)).firsts().page();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private VisitChange apply(TestEvent event) throws Exception {
    return apply(event, event.time().toEpochMilli());
  }

  private VisitChange apply(TestEvent event, long appendedAtMillis) throws Exception {
    VisitChange change = visitors.apply(event.row(), appendedAtMillis);
    visitors.flush();
    return change;
  }

  /** Keeps visitors as the job's state does: as bytes. */
  private static final class Memory implements VisitorMemory {

    private final Map<Long, byte[]> visitors = new HashMap<>();
    private final Map<Long, Long> seen = new HashMap<>();
    private final VisitorStateFormat format = new VisitorStateFormat();

    @Override
    public VisitorState read(long visitor) throws Exception {
      byte[] state = visitors.get(visitor);
      return state == null ? VisitorState.NEW : format.read(state);
    }

    @Override
    public void write(long visitor, VisitorState state) throws Exception {
      visitors.put(visitor, format.write(state));
    }

    @Override
    public boolean remember(long hash, long sinceMillis, long appendedAtMillis) {
      Long known = seen.get(hash);
      if (known != null && known >= sinceMillis) {
        return false;
      }
      seen.put(hash, appendedAtMillis);
      return true;
    }
  }
}

package io.tinyanalytics.pipeline.sessionize;

import static io.tinyanalytics.pipeline.sessionize.TestEvent.custom;
import static io.tinyanalytics.pipeline.sessionize.TestEvent.engagement;
import static io.tinyanalytics.pipeline.sessionize.TestEvent.pageview;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.tinyanalytics.pipeline.sessionize.VisitRule.Step;
import io.tinyanalytics.pipeline.stream.Texts;
import io.tinyanalytics.pipeline.stream.VisitChange;
import io.tinyanalytics.pipeline.stream.VisitText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rule, case by case. Minutes count from noon. */
final class VisitRuleTest {

  private static final long APPENDED = 1;

  private final List<Visit> visits = new ArrayList<>();

  @Test
  void opensAVisitWithTheFirstEvent() {
    VisitChange change = change(pageview("/a").key(11).from("news"));

    assertThat(change.visitId()).isEqualTo(11);
    assertThat(change.started()).isTrue();
    assertThat(change.entered()).isTrue();
    assertThat(change.engaged()).isFalse();
    assertThat(change.millis()).isZero();
    assertThat(change.beganMillis()).isEqualTo(TestEvent.NOON.toEpochMilli());
    assertThat(path(change.entryPath())).isEqualTo("/a");
    assertThat(path(change.leftPath())).isEmpty();
    assertThat(source(change)).isEqualTo("news");
  }

  @Test
  void neverUsesTheIdThatMeansNoVisit() {
    assertThat(change(pageview("/a").key(0)).visitId()).isEqualTo(1);
  }

  @Test
  void keepsTheAttributesOfTheFirstEvent() {
    change(pageview("/a").from("news"));

    assertThat(source(change(pageview("/b").from("search").afterMinutes(1)))).isEqualTo("news");
  }

  @Test
  void endsAVisitAfterHalfAnHour() {
    change(pageview("/a").key(1));

    assertThat(change(pageview("/b").key(2).afterMinutes(30)).visitId()).isEqualTo(1);
    assertThat(change(pageview("/c").key(3).after(Duration.ofHours(1).plusMillis(1))).visitId())
        .isEqualTo(3);
  }

  @Test
  void reachesBackHalfAnHourToo() {
    change(pageview("/a").key(1));

    assertThat(change(pageview("/b").key(2).afterMinutes(-30)).visitId()).isEqualTo(1);
    assertThat(change(pageview("/c").key(3).after(Duration.ofHours(-1).minusMillis(1))).visitId())
        .isEqualTo(3);
  }

  @Test
  void endsAVisitAfterADay() {
    change(pageview("/a").key(1));
    for (int minutes = 20; minutes <= 24 * 60; minutes += 20) {
      assertThat(change(pageview("/a").key(2).afterMinutes(minutes)).visitId()).isEqualTo(1);
    }

    assertThat(change(pageview("/a").key(3).after(Duration.ofDays(1).plusMillis(1))).visitId())
        .isEqualTo(3);
  }

  @Test
  void givesAnEventBetweenTwoVisitsToTheNearer() {
    change(pageview("/a").key(1));
    change(pageview("/b").key(2).afterMinutes(50));

    assertThat(step(pageview("/c").key(3).afterMinutes(24)).after().id()).isEqualTo(1);
    assertThat(step(pageview("/c").key(3).afterMinutes(26)).after().id()).isEqualTo(2);
    assertThat(step(pageview("/c").key(3).afterMinutes(25)).after().id()).isEqualTo(1);
  }

  @Test
  void addsUpToTheLengthOfTheVisitInWhateverOrderEventsCome() {
    change(pageview("/a").afterMinutes(10));

    assertThat(change(pageview("/b").afterMinutes(30)).millis()).isEqualTo(minutes(20));
    assertThat(change(pageview("/c").afterMinutes(20)).millis()).isZero();
    assertThat(change(pageview("/d").afterMinutes(5)).millis()).isEqualTo(minutes(5));
  }

  @Test
  void endsTheBounceWithTheSecondEvent() {
    change(pageview("/a"));

    assertThat(change(custom().afterMinutes(1)).engaged()).isTrue();
    assertThat(change(pageview("/b").afterMinutes(2)).engaged()).isFalse();
  }

  @Test
  void countsAVisitThatBeginsWithAnotherEventAsNoBounce() {
    assertThat(change(custom()).engaged()).isTrue();
    assertThat(change(pageview("/a").afterMinutes(1)).engaged()).isFalse();
  }

  @Test
  void lengthensAVisitByEngagementAndLeavesItABounce() {
    change(pageview("/a"));
    VisitChange change = change(engagement().afterMinutes(3));

    assertThat(change.millis()).isEqualTo(minutes(3));
    assertThat(change.engaged()).isFalse();
    assertThat(change.entered()).isFalse();
    assertThat(change(pageview("/b").afterMinutes(4)).engaged()).isTrue();
  }

  @Test
  void opensNoVisitByEngagement() {
    assertThat(VisitRule.step(visits, engagement().row(), APPENDED)).isNull();
  }

  @Test
  void isEnteredByTheFirstPageView() {
    VisitChange first = change(custom());
    VisitChange entry = change(pageview("/a").afterMinutes(1));
    VisitChange next = change(pageview("/b").afterMinutes(-1));

    assertThat(path(first.entryPath())).isEmpty();
    assertThat(entry.entered()).isTrue();
    assertThat(path(entry.entryPath())).isEqualTo("/a");
    assertThat(next.entered()).isFalse();
    assertThat(path(next.entryPath())).isEqualTo("/a");
  }

  @Test
  void leavesThePageThatWasTheLastOneByTime() {
    change(pageview("/a"));

    assertThat(path(change(pageview("/b").afterMinutes(10)).leftPath())).isEqualTo("/a");
    assertThat(path(change(pageview("/late").afterMinutes(5)).leftPath())).isEqualTo("/late");
    assertThat(path(change(pageview("/c").afterMinutes(10)).leftPath())).isEqualTo("/b");
    assertThat(path(change(custom().on("/x").afterMinutes(11)).leftPath())).isEmpty();
    assertThat(path(change(pageview("/d").afterMinutes(12)).leftPath())).isEqualTo("/c");
  }

  @Test
  void keepsWhereAVisitBeganWhenAnEarlierEventComes() {
    VisitChange began = change(pageview("/a"));
    VisitChange earlier = change(pageview("/b").afterMinutes(-10));

    assertThat(earlier.beganMillis()).isEqualTo(began.beganMillis());
    assertThat(earlier.day()).isEqualTo(began.day());
  }

  private VisitChange change(TestEvent event) {
    Step step = step(event);
    visits.remove(step.before());
    visits.add(step.after());
    return step.change();
  }

  private Step step(TestEvent event) {
    return requireNonNull(VisitRule.step(visits, event.row(), APPENDED));
  }

  private static String path(byte[] packed) {
    return Texts.text(packed, 0);
  }

  private static String source(VisitChange change) {
    return Texts.text(change.attributes(), VisitText.SOURCE.place());
  }

  private static long minutes(long minutes) {
    return Duration.ofMinutes(minutes).toMillis();
  }
}

package io.tinyanalytics.query.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CachedReportsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Figure NEW_YEAR = new Figure("2024-01-01", 7);
  private static final Figure LATER = new Figure("2024-01-01", 8);

  private final FakeReports store = new FakeReports();
  private final ThreadPoolExecutor oneAtATimeAndOneWaiting =
      new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(1));
  private final CachedReports reports =
      new CachedReports(store, oneAtATimeAndOneWaiting, PATIENCE, 1000);

  @AfterEach
  void endThreads() {
    oneAtATimeAndOneWaiting.shutdownNow();
  }

  private static ReportRequest request(String siteId) {
    ReportPeriod year = ReportPeriod.parse("2024-01-01", "2024-12-31");
    return new ReportRequest(Report.PAGEVIEWS, siteId, year, false, ReportRequest.WHOLE);
  }

  private CompletableFuture<Answer> inBackground(ReportRequest request) {
    return CompletableFuture.supplyAsync(
        () -> reports.answer(request), task -> new Thread(task, "caller").start());
  }

  @Test
  void asksTheStoreOnceForEqualRequests() {
    store.answerWith(NEW_YEAR);

    assertThat(reports.answer(request("a")).figures()).containsExactly(NEW_YEAR);
    assertThat(reports.answer(request("a")).figures()).containsExactly(NEW_YEAR);

    assertThat(store.asked()).containsExactly(request("a"));
    assertThat(reports.stats().hitCount()).isEqualTo(1);
    assertThat(reports.stats().missCount()).isEqualTo(1);
  }

  @Test
  void keepsDifferentRequestsApart() {
    ReportPeriod january = ReportPeriod.parse("2024-01-01", "2024-01-31");
    ReportPeriod february = ReportPeriod.parse("2024-02-01", "2024-02-29");
    List<ReportRequest> different =
        List.of(
            new ReportRequest(Report.TOP_PAGES, "a", january, false, 5),
            new ReportRequest(Report.TOP_PAGES, "a", january, true, 5),
            new ReportRequest(Report.TOP_PAGES, "a", january, false, 6),
            new ReportRequest(Report.TOP_PAGES, "a", february, false, 5),
            new ReportRequest(Report.TOP_PAGES, "b", january, false, 5),
            new ReportRequest(Report.TOP_URLS, "a", january, false, 5));

    different.forEach(reports::answer);

    assertThat(store.asked()).isEqualTo(different);
  }

  @Test
  void asksAgainWhenToldToAndKeepsTheNewAnswer() {
    store.answerWith(NEW_YEAR);
    reports.answer(request("a"));
    store.answerWith(LATER);

    assertThat(reports.answer(request("a")).figures()).containsExactly(NEW_YEAR);
    assertThat(reports.freshAnswer(request("a")).figures()).containsExactly(LATER);
    assertThat(reports.answer(request("a")).figures()).containsExactly(LATER);
    assertThat(store.asked()).hasSize(2);
  }

  @Test
  void keepsTheOldAnswerWhenAskingAgainFails() {
    store.answerWith(NEW_YEAR);
    reports.answer(request("a"));
    store.fail(new ReportsUnavailableException("away", new IllegalStateException()));

    assertThatThrownBy(() -> reports.freshAnswer(request("a")))
        .isInstanceOf(ReportsUnavailableException.class);
    assertThat(reports.answer(request("a")).figures()).containsExactly(NEW_YEAR);
  }

  @Test
  void forgetsAFailure() {
    store.fail(new ReportsUnavailableException("away", new IllegalStateException()));
    assertThatThrownBy(() -> reports.answer(request("a")))
        .isInstanceOf(ReportsUnavailableException.class)
        .hasMessage("away");

    store.answerWith(NEW_YEAR);
    await() // the cache drops a failure just after its callers have got it
        .ignoreExceptionsInstanceOf(ReportsUnavailableException.class)
        .untilAsserted(
            () -> assertThat(reports.answer(request("a")).figures()).containsExactly(NEW_YEAR));
  }

  @Test
  void joinsAQuestionThatIsUnderWay() throws Exception {
    CountDownLatch mayAnswer = new CountDownLatch(1);
    store.answerBy(() -> answerAfter(mayAnswer));
    List<CompletableFuture<Answer>> callers =
        List.of(inBackground(request("a")), inBackground(request("a")), inBackground(request("a")));
    await().until(() -> reports.stats().requestCount() == 3);

    mayAnswer.countDown();

    for (CompletableFuture<Answer> caller : callers) {
      assertThat(caller.get(10, TimeUnit.SECONDS).figures()).containsExactly(NEW_YEAR);
    }
    assertThat(store.asked()).hasSize(1);
  }

  @Test
  void refusesAtOnceWhatIsBeyondTheBound() throws Exception {
    CountDownLatch mayAnswer = new CountDownLatch(1);
    store.answerBy(() -> answerAfter(mayAnswer));
    CompletableFuture<Answer> running = inBackground(request("running"));
    await().until(() -> store.asked().size() == 1);
    CompletableFuture<Answer> waiting = inBackground(request("waiting"));
    await().until(() -> oneAtATimeAndOneWaiting.getQueue().size() == 1);

    assertThatThrownBy(() -> reports.answer(request("beyond")))
        .isInstanceOf(ReportsUnavailableException.class)
        .hasMessage("too many questions at one time");

    mayAnswer.countDown();
    assertThat(running.get(10, TimeUnit.SECONDS).figures()).containsExactly(NEW_YEAR);
    assertThat(waiting.get(10, TimeUnit.SECONDS).figures()).containsExactly(NEW_YEAR);
    assertThat(reports.answer(request("beyond")).figures()).containsExactly(NEW_YEAR);
  }

  @Test
  void waitsNoLongerThanItsPatienceAndNeverAsksWhatNobodyWaitsFor() {
    CountDownLatch mayAnswer = new CountDownLatch(1);
    store.answerBy(() -> answerAfter(mayAnswer));
    CachedReports impatient =
        new CachedReports(store, oneAtATimeAndOneWaiting, Duration.ofMillis(50), 1000);

    assertThatThrownBy(() -> impatient.answer(request("slow")))
        .isInstanceOf(ReportsUnavailableException.class)
        .hasMessage("no answer in time");
    assertThatThrownBy(() -> impatient.answer(request("behind the slow one")))
        .isInstanceOf(ReportsUnavailableException.class)
        .hasMessage("no answer in time");

    mayAnswer.countDown();
    await().until(() -> oneAtATimeAndOneWaiting.getCompletedTaskCount() == 2);
    assertThat(store.asked()).containsExactly(request("slow"));
  }

  private static Answer answerAfter(CountDownLatch mayAnswer) throws InterruptedException {
    assertThat(mayAnswer.await(30, TimeUnit.SECONDS)).isTrue();
    return new Answer(null, List.of(NEW_YEAR));
  }
}

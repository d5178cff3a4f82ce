package io.tinyanalytics.query.reports;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Keeps a slow store from being asked too much: equal requests at one time are one question, an
 * answer serves for {@link #TIME_TO_LIVE}, and what the executor does not take at once is refused.
 * A failure is told to everybody who waited for it and then forgotten.
 */
public final class CachedReports {
  public static final Duration TIME_TO_LIVE = Duration.ofSeconds(30);

  private final Reports reports;
  private final Executor executor;
  private final Duration patience;
  private final AsyncCache<ReportRequest, Answer> answers;

  /**
   * Keeps nothing yet.
   *
   * @param executor bounds how many questions run and wait; refuses what is beyond
   * @param patience the longest a caller waits for an answer, its wait for the executor included
   * @param maxFigures the most figures kept, since memory goes with figures and not with answers
   */
  public CachedReports(Reports reports, Executor executor, Duration patience, long maxFigures) {
    this.reports = reports;
    this.executor = executor;
    this.patience = patience;
    this.answers =
        Caffeine.newBuilder()
            .expireAfterWrite(TIME_TO_LIVE)
            .maximumWeight(maxFigures)
            .weigher((ReportRequest request, Answer answer) -> 1 + answer.figures().size())
            .recordStats()
            .buildAsync();
  }

  /**
   * Answers from what is kept, else asks the store.
   *
   * @throws ReportsUnavailableException where the store is too slow, too busy or not there
   */
  public Answer answer(ReportRequest request) {
    return await(() -> answers.get(request, (asked, ignored) -> ask(asked)));
  }

  /** Asks the store whatever is kept, and keeps what it answers. */
  public Answer freshAnswer(ReportRequest request) {
    Answer answer = await(() -> ask(request));
    answers.synchronous().put(request, answer);
    return answer;
  }

  /** Counts {@link #answer} alone: joining a question under way is a hit. */
  public CacheStats stats() {
    return answers.synchronous().stats();
  }

  /** A question whose time ran out while it waited for the executor is not asked any more. */
  private CompletableFuture<Answer> ask(ReportRequest request) {
    return CompletableFuture.supplyAsync(() -> reports.answer(request), executor)
        .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  private interface Question {
    CompletableFuture<Answer> start();
  }

  private static Answer await(Question question) {
    try {
      return question.start().join();
    } catch (RejectedExecutionException busy) {
      throw new ReportsUnavailableException("too many questions at one time", busy);
    } catch (CompletionException failure) {
      throw unwrapped(failure);
    }
  }

  private static RuntimeException unwrapped(CompletionException failure) {
    if (failure.getCause() instanceof TimeoutException) {
      return new ReportsUnavailableException("no answer in time", failure);
    }
    if (failure.getCause() instanceof ReportsUnavailableException unavailable) {
      return unavailable;
    }
    return failure;
  }
}

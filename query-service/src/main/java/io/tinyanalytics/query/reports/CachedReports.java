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
 * Protects a slow store from too many queries. Equal requests at the same time share one query. An
 * answer is reused for {@link #TIME_TO_LIVE}. A query that the executor does not accept at once is
 * refused. A failure goes to all callers that waited for it, and is not kept.
 */
public final class CachedReports {
  public static final Duration TIME_TO_LIVE = Duration.ofSeconds(30);

  private final Reports reports;
  private final Executor executor;
  private final Duration patience;
  private final AsyncCache<ReportRequest, Answer> answers;

  /**
   * Starts with an empty cache.
   *
   * @param executor limits how many queries run and wait, and refuses all others
   * @param patience the longest time a caller waits for an answer, including the wait for the
   *     executor
   * @param maxFigures the maximum number of figures kept; memory depends on figures, not on answers
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
   * Returns a kept answer, or else queries the store.
   *
   * @throws ReportsUnavailableException if the store is too slow, too busy or unreachable
   */
  public Answer answer(ReportRequest request) {
    return await(() -> answers.get(request, (asked, ignored) -> ask(asked)));
  }

  /** Queries the store even if an answer is kept, and keeps the new answer. */
  public Answer freshAnswer(ReportRequest request) {
    Answer answer = await(() -> ask(request));
    answers.synchronous().put(request, answer);
    return answer;
  }

  /** Covers only {@link #answer}. A request that joins a running query counts as a hit. */
  public CacheStats stats() {
    return answers.synchronous().stats();
  }

  /** Starts a query. If its time ends while it waits for the executor, it is never sent. */
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

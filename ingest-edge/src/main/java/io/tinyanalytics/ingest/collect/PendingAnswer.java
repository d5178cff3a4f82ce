package io.tinyanalytics.ingest.collect;

import io.tinyanalytics.ingest.refusal.Refusal;
import io.tinyanalytics.ingest.refusal.RefusalCode;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A request that waits for its answer without holding a thread. It is answered exactly once: by
 * what became of its events, or as unavailable when that takes too long; what comes after that is
 * not told. The answer is written by the server's threads, never by the one that brings it.
 */
final class PendingAnswer implements AsyncListener {

  private static final Logger LOG = LoggerFactory.getLogger(PendingAnswer.class);

  private static final Answer TOO_LATE =
      Answer.of(
          new Refusal(
              RefusalCode.UNAVAILABLE, "the events could not be stored in time, send them again"));
  private static final Answer DEFECT =
      Answer.of(new Refusal(RefusalCode.INTERNAL_ERROR, "the request met a defect of the service"));

  private final AsyncContext async;
  private final HttpServletResponse response;
  private final AtomicBoolean answered = new AtomicBoolean();

  private PendingAnswer(AsyncContext async, HttpServletResponse response) {
    this.async = async;
    this.response = response;
  }

  /** Gives the answer at once if it is there, and otherwise as soon as it comes. */
  static void give(
      CompletableFuture<Answer> answer,
      HttpServletRequest request,
      HttpServletResponse response,
      Duration patience)
      throws IOException {
    if (answer.isDone() && !answer.isCompletedExceptionally()) {
      answer.join().writeTo(response);
      return;
    }
    AsyncContext async = request.startAsync(request, response);
    async.setTimeout(patience.toMillis());
    PendingAnswer pending = new PendingAnswer(async, response);
    async.addListener(pending);
    pending.await(answer);
  }

  private void await(CompletionStage<Answer> answer) {
    answer.whenComplete((outcome, failure) -> async.start(() -> finish(outcome, failure)));
  }

  private void finish(@Nullable Answer outcome, @Nullable Throwable failure) {
    if (outcome == null) {
      LOG.error("A request met a defect", failure);
    }
    answer(outcome == null ? DEFECT : outcome);
  }

  private void answer(Answer outcome) {
    if (answered.getAndSet(true)) {
      return;
    }
    try {
      outcome.writeTo(response);
    } catch (IOException gone) {
      LOG.debug("The sender did not wait for its answer");
    } finally {
      async.complete();
    }
  }

  @Override
  public void onTimeout(AsyncEvent event) {
    answer(TOO_LATE);
  }

  @Override
  public void onError(AsyncEvent event) {
    answered.set(true);
  }

  @Override
  public void onComplete(AsyncEvent event) {
    answered.set(true);
  }

  @Override
  public void onStartAsync(AsyncEvent event) {
    event.getAsyncContext().addListener(this);
  }
}

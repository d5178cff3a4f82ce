package io.tinyanalytics.ingest.http;

import io.tinyanalytics.ingest.refusal.Nameless;
import io.tinyanalytics.ingest.refusal.Refusal;
import io.tinyanalytics.ingest.refusal.RefusalCode;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A request that waits for its answer without blocking a thread. A thread of the server writes the
 * answer, never the thread that completes it.
 */
final class PendingAnswer {

  private static final Logger LOG = LoggerFactory.getLogger(PendingAnswer.class);

  private static final Answer TOO_LATE =
      Answer.of(
          new Refusal(
              RefusalCode.UNAVAILABLE, "the events could not be stored in time; send them again"));
  private static final Answer DEFECT =
      Answer.of(
          new Refusal(
              RefusalCode.INTERNAL_ERROR, "the request failed because of a bug in the service"));

  private final Response response;
  private final Callback callback;

  private PendingAnswer(Response response, Callback callback) {
    this.response = response;
    this.callback = callback;
  }

  /**
   * Writes the answer at once if it is complete, and otherwise as soon as it is.
   *
   * @param answer fails with a {@link TimeoutException} if the outcome of events is not known in
   *     time
   */
  static void give(
      CompletableFuture<Answer> answer, Request request, Response response, Callback callback) {
    PendingAnswer pending = new PendingAnswer(response, callback);
    if (answer.isDone()) {
      var unused = answer.whenComplete(pending::finish);
    } else {
      request.addIdleTimeoutListener(idle -> false);
      var unused = answer.whenCompleteAsync(pending::finish, request.getContext());
    }
  }

  private void finish(@Nullable Answer answer, @Nullable Throwable failure) {
    if (answer != null) {
      answer.writeTo(response, callback);
      return;
    }
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof TimeoutException) {
      TOO_LATE.writeTo(response, callback);
    } else if (cause instanceof IOException || cause instanceof HttpException) {
      callback.failed(cause);
    } else {
      LOG.error("A request failed unexpectedly", cause == null ? null : Nameless.of(cause));
      DEFECT.writeTo(response, callback);
    }
  }
}

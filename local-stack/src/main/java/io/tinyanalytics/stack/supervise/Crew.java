package io.tinyanalytics.stack.supervise;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The supervisor's threads: duties that wait for one another, and the first failure among them. */
final class Crew {
  /** Something that takes a while and may fail. */
  interface Duty {
    void run() throws IOException, InterruptedException;
  }

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CompletableFuture<Void> failure = new CompletableFuture<>();

  /** Begins the duty as soon as all of {@code after} are done. */
  CompletableFuture<Void> begin(Duty duty, CompletableFuture<?>... after) {
    return CompletableFuture.allOf(after).thenRunAsync(() -> perform(duty), threads);
  }

  /** Begins a duty that lasts until {@link #dismiss}. */
  void keep(Duty duty) {
    threads.execute(() -> perform(duty));
  }

  /**
   * Returns when all are done.
   *
   * @throws IOException if any duty failed; at once, whatever the others do
   */
  void await(CompletableFuture<?>... duties) throws IOException, InterruptedException {
    try {
      CompletableFuture.anyOf(failure, CompletableFuture.allOf(duties)).get();
    } catch (ExecutionException failed) {
      throw new IOException(message(failed), failed);
    }
  }

  /** Interrupts every duty. */
  void dismiss() {
    threads.shutdownNow();
  }

  private void perform(Duty duty) {
    try {
      duty.run();
    } catch (InterruptedException dismissed) {
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException failed) {
      failure.completeExceptionally(failed);
      throw new IllegalStateException(failed);
    }
  }

  private static String message(ExecutionException failed) {
    var cause = failed.getCause() == null ? failed : failed.getCause();
    return cause.getMessage() == null ? cause.toString() : cause.getMessage();
  }
}

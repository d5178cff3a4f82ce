package io.tinyanalytics.stack.supervise;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The supervisor's threads. They run duties that depend on each other, and report the first
 * failure.
 */
final class Crew {
  /** Work that takes a while and may fail. */
  interface Duty {
    void run() throws IOException, InterruptedException;
  }

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CompletableFuture<Void> failure = new CompletableFuture<>();

  /** Starts the duty when all of {@code after} are done. */
  CompletableFuture<Void> begin(Duty duty, CompletableFuture<?>... after) {
    return CompletableFuture.allOf(after).thenRunAsync(() -> perform(duty), threads);
  }

  /** Starts a duty that runs until {@link #dismiss}. */
  void keep(Duty duty) {
    threads.execute(() -> perform(duty));
  }

  /**
   * Returns when all are done.
   *
   * @throws IOException if any duty failed; thrown at once, without waiting for the others
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

package io.tinyanalytics.e2e.mutation;

import static org.awaitility.Awaitility.await;

import io.tinyanalytics.e2e.ledger.Load;
import io.tinyanalytics.e2e.stack.Stack;

/** A running load whose progress can be awaited. */
record RunningLoad(Load load) {

  /** Waits until this many more events are acknowledged. */
  void awaitMore(long events) {
    long goal = load.counts().acknowledged() + events;
    await().atMost(Stack.PATIENCE).until(() -> load.counts().acknowledged() >= goal);
  }
}

package io.tinyanalytics.e2e.mutation;

import io.tinyanalytics.e2e.stack.Stack;
import java.io.IOException;

/** Faults that make a mutation do its harm. */
@FunctionalInterface
interface Provocation {

  /** No provocation is needed. */
  Provocation NONE = (stack, load) -> {};

  /**
   * Provokes the defect, and returns when the stack is healthy again.
   *
   * @param load the load that is running
   */
  void happen(Stack stack, RunningLoad load) throws IOException, InterruptedException;
}

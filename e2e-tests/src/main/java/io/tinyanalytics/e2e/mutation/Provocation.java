package io.tinyanalytics.e2e.mutation;

import io.tinyanalytics.e2e.stack.Stack;
import java.io.IOException;

/** What is done to a stack so that a mutation does its harm. */
@FunctionalInterface
interface Provocation {

  /** Nothing has to happen. */
  Provocation NONE = (stack, load) -> {};

  /**
   * Returns when the stack is healthy again.
   *
   * @param load what is being sent meanwhile
   */
  void happen(Stack stack, RunningLoad load) throws IOException, InterruptedException;
}

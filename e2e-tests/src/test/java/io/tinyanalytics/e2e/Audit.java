package io.tinyanalytics.e2e;

import io.tinyanalytics.e2e.stack.Stack;

/** The product's own proof. */
final class Audit {

  private Audit() {}

  /** Fails unless each offset of the topic stands in exactly one place. */
  static void isClean(Stack stack) throws Exception {
    stack.script("scripts/audit").exits(0);
  }
}

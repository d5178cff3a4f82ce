package io.tinyanalytics.stack;

import io.tinyanalytics.stack.command.Commands;
import java.io.IOException;

/** The local stack's command line. */
public final class LocalStack {
  private LocalStack() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    System.exit(Commands.run(LocalStack.class.getName(), arguments, System.getenv(), System.out));
  }
}

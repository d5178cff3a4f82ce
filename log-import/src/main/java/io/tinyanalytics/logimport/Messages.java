package io.tinyanalytics.logimport;

import java.io.PrintStream;

/** What the importer says while it works; a sentence is not said twice in a row. */
final class Messages {
  private final PrintStream out;
  private String last = "";

  Messages(PrintStream out) {
    this.out = out;
  }

  synchronized void say(String text) {
    if (!text.equals(last)) {
      out.println(text);
      last = text;
    }
  }
}

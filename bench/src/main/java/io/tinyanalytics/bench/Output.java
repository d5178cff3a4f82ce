package io.tinyanalytics.bench;

import java.io.PrintStream;
import java.util.Locale;

/** What a benchmark prints, alike in every country. */
public record Output(PrintStream stream) {

  /** Prints one line, at once. */
  public void line(String format, Object... values) {
    stream.println(String.format(Locale.ROOT, format, values));
    stream.flush();
  }
}

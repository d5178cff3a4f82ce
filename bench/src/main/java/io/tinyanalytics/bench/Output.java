package io.tinyanalytics.bench;

import java.io.PrintStream;
import java.util.Locale;

/** The output of a benchmark. It does not depend on the locale. */
public record Output(PrintStream stream) {

  /** Prints one line and flushes it. */
  public void line(String format, Object... values) {
    stream.println(String.format(Locale.ROOT, format, values));
    stream.flush();
  }
}

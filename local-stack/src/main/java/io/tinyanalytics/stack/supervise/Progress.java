package io.tinyanalytics.stack.supervise;

import java.io.PrintStream;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** One line per thing that happened, for the person who watches. */
public final class Progress {
  private final PrintStream out;

  public Progress(PrintStream out) {
    this.out = out;
  }

  public void say(String name, String what) {
    var now = LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS);
    out.printf(Locale.ROOT, "%tT  %-14s %s%n", now, name, what);
    out.flush();
  }

  /** Says what was reached and how long it took. */
  public void say(String name, String what, Duration took) {
    say(name, String.format(Locale.ROOT, "%-10s %5.1f s", what, took.toMillis() / 1000.0));
  }

  public void line(String text) {
    out.println(text);
    out.flush();
  }
}

package io.tinyanalytics.e2e.chaos;

import java.io.PrintStream;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Prints one line per event, for the operator. */
public final class Progress {

  private final PrintStream out;

  public Progress(PrintStream out) {
    this.out = out;
  }

  /** Prints a line that begins with the time. */
  public void say(String subject, String what) {
    LocalTime now = LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS);
    line(String.format(Locale.ROOT, "%tT  %-22s %s", now, subject, what));
  }

  public void line(String text) {
    synchronized (out) {
      out.println(text);
      out.flush();
    }
  }
}

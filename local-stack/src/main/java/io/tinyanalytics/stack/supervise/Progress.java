package io.tinyanalytics.stack.supervise;

import java.io.PrintStream;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Prints one line per event, for the operator. */
public final class Progress {
  private final List<PrintStream> outs;

  public Progress(PrintStream out) {
    this(List.of(out));
  }

  private Progress(List<PrintStream> outs) {
    this.outs = outs;
  }

  /** A copy that also prints to this stream. */
  Progress and(PrintStream more) {
    return new Progress(Stream.concat(outs.stream(), Stream.of(more)).toList());
  }

  public void say(String name, String what) {
    var now = LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS);
    line(String.format(Locale.ROOT, "%tT  %-14s %s", now, name, what));
  }

  /** Prints what was reached and how long it took. */
  public void say(String name, String what, Duration took) {
    say(name, String.format(Locale.ROOT, "%-10s %5.1f s", what, took.toMillis() / 1000.0));
  }

  public void line(String text) {
    for (var out : outs) {
      out.println(text);
      out.flush();
    }
  }
}

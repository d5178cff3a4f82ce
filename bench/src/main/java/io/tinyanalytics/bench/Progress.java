package io.tinyanalytics.bench;

/** Prints the progress of a step, once per tenth. */
public final class Progress {
  private static final int PARTS = 10;

  private final Output out;
  private final String step;
  private final long total;
  private final long begin = System.nanoTime();
  private long done;
  private long said;

  /** Prints that the step begins. */
  public Progress(Output out, String step, long total) {
    this.out = out;
    this.step = step;
    this.total = total;
    out.line("  %s …", step);
  }

  /** Adds this number to what is done. */
  public synchronized void add(long more) {
    reach(done + more);
  }

  /** Sets what is done to this number. */
  public synchronized void reach(long reached) {
    done = reached;
    long part = PARTS * done / total;
    if (part > said) {
      said = part;
      double seconds = (System.nanoTime() - begin) / 1e9;
      out.line("  %s: %,d of %,d after %.0f s", step, done, total, seconds);
    }
  }
}

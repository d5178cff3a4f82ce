package io.tinyanalytics.bench;

/** Says at each further tenth how far a step has come. */
public final class Progress {
  private static final int PARTS = 10;

  private final Output out;
  private final String step;
  private final long total;
  private final long begin = System.nanoTime();
  private long done;
  private long said;

  /** Says at once that the step begins. */
  public Progress(Output out, String step, long total) {
    this.out = out;
    this.step = step;
    this.total = total;
    out.line("  %s …", step);
  }

  /** So many more are done. */
  public synchronized void add(long more) {
    reach(done + more);
  }

  /** So many are done. */
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

package io.tinyanalytics.stack.flink;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Chooses what the next submission starts from: what was asked for until a checkpoint was taken
 * after it, from then on the newest complete checkpoint that was not found unreadable.
 */
public final class RestorePoints {
  private final CheckpointFolder folder;
  private final Set<RestorePoint> unreadable = new HashSet<>();
  private @Nullable RestorePoint wanted;
  private boolean nothingElse;
  private RestorePoint last = RestorePoint.NO_STATE;

  /**
   * Begins with what was asked for.
   *
   * @param from nothing else will do; null for the newest checkpoint
   */
  public RestorePoints(CheckpointFolder folder, @Nullable RestorePoint from) {
    this.folder = folder;
    this.wanted = from;
    this.nothingElse = true;
  }

  /** Takes this one next, but others if it cannot be read. */
  public void prefer(RestorePoint point) {
    wanted = point;
    nothingElse = false;
    unreadable.clear();
  }

  /**
   * What to start from now; no state if no checkpoint was ever completed.
   *
   * @throws IOException if nothing that may be used can be read; then all get another chance
   */
  public RestorePoint next() throws IOException {
    last = wanted != null && (nothingElse || !unreadable.contains(wanted)) ? wanted : newest();
    if (unreadable.contains(last)) {
      unreadable.clear();
      throw new IOException(
          "The job cannot be restored from "
              + last.title()
              + (last.equals(wanted) ? "" : ", nor from an older checkpoint")
              + "; `./scripts/rollback none`, or `./scripts/up --from none` after `down`, starts it"
              + " from what the tables hold.");
    }
    return last;
  }

  /** What {@link #next} gave last. */
  public RestorePoint last() {
    return last;
  }

  /** The job that started from the last one could not read it. */
  public void unreadable() {
    unreadable.add(last);
  }

  /** The job has a checkpoint of its own now. */
  public void outdated() {
    wanted = null;
    unreadable.clear();
  }

  private RestorePoint newest() throws IOException {
    var points = folder.complete().stream().map(RestorePoint::of).toList();
    if (points.isEmpty()) {
      return wanted == null ? RestorePoint.NO_STATE : wanted;
    }
    var readable = points.stream().filter(point -> !unreadable.contains(point)).findFirst();
    return readable.orElse(points.get(0));
  }
}

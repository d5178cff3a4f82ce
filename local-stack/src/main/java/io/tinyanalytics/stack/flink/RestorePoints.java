package io.tinyanalytics.stack.flink;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the state that the next submission starts from. Until the job has a checkpoint of its
 * own, this is the requested restore point. After that, it is the newest complete checkpoint,
 * without those that could not be read.
 */
public final class RestorePoints {
  private final CheckpointFolder folder;
  private final Set<RestorePoint> unreadable = new HashSet<>();
  private @Nullable RestorePoint wanted;
  private boolean nothingElse;
  private RestorePoint last = RestorePoint.NO_STATE;

  /**
   * Begins with the requested restore point.
   *
   * @param from the only acceptable restore point; null for the newest checkpoint
   */
  public RestorePoints(CheckpointFolder folder, @Nullable RestorePoint from) {
    this.folder = folder;
    this.wanted = from;
    this.nothingElse = true;
  }

  /** Uses this restore point next, and checkpoints if it cannot be read. */
  public void prefer(RestorePoint point) {
    wanted = point;
    nothingElse = false;
    unreadable.clear();
  }

  /**
   * The restore point to use now; no state if there is no complete checkpoint.
   *
   * @throws IOException if every allowed restore point was unreadable; the next call tries all of
   *     them again
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

  /** The last result of {@link #next}. */
  public RestorePoint last() {
    return last;
  }

  /** Notes that the job could not read the last restore point. */
  public void unreadable() {
    unreadable.add(last);
  }

  /** Notes that the job now has a checkpoint of its own. */
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

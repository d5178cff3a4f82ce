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
  /** Asks for a start without state. */
  public static final String NONE = "none";

  private final CheckpointFolder folder;
  private final Set<RestorePoint> unreadable = new HashSet<>();
  private @Nullable RestorePoint wanted;

  /**
   * Begins with what was asked for.
   *
   * @param from a savepoint's or checkpoint's folder, {@link #NONE}, or null for the newest
   */
  public RestorePoints(CheckpointFolder folder, @Nullable String from) {
    this.folder = folder;
    if (from != null) {
      this.wanted = from.equals(NONE) ? RestorePoint.NO_STATE : new RestorePoint(from, from);
    }
  }

  /**
   * What to start from now; no state if no checkpoint was ever completed.
   *
   * @throws IOException if nothing that may be used can be read; then all get another chance
   */
  public RestorePoint next() throws IOException {
    if (wanted != null) {
      return readable(wanted);
    }
    var points = folder.complete().stream().map(RestorePoint::of).toList();
    if (points.isEmpty()) {
      return RestorePoint.NO_STATE;
    }
    var newest = points.stream().filter(point -> !unreadable.contains(point)).findFirst();
    return readable(newest.orElse(points.get(0)));
  }

  /** A job that started from it could not read it. */
  public void unreadable(RestorePoint point) {
    unreadable.add(point);
  }

  /** The job has a checkpoint of its own now. */
  public void outdated() {
    wanted = null;
    unreadable.clear();
  }

  private RestorePoint readable(RestorePoint point) throws IOException {
    if (unreadable.contains(point)) {
      unreadable.clear();
      throw new IOException(
          "The job cannot be restored from "
              + point.title()
              + (wanted == null ? ", nor from an older checkpoint" : "")
              + "; `./scripts/up --from none` starts it from what the tables hold.");
    }
    return point;
  }
}

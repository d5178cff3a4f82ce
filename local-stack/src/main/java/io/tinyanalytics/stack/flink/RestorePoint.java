package io.tinyanalytics.stack.flink;

import org.jspecify.annotations.Nullable;

/**
 * What a job starts from.
 *
 * @param path a checkpoint's or savepoint's folder; null for no state at all
 * @param title for people
 */
public record RestorePoint(@Nullable String path, String title) {
  static final RestorePoint NO_STATE = new RestorePoint(null, "no state");

  static RestorePoint of(Checkpoint checkpoint) {
    return new RestorePoint(checkpoint.folder().toUri().toString(), checkpoint.title());
  }
}

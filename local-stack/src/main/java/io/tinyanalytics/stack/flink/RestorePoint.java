package io.tinyanalytics.stack.flink;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a job starts from.
 *
 * @param path a checkpoint's or savepoint's folder; null for no state at all
 * @param title for people
 */
public record RestorePoint(@Nullable String path, String title) {
  /** Asks for a start without state. */
  public static final String NONE = "none";

  static final RestorePoint NO_STATE = new RestorePoint(null, "no state");

  /**
   * What a person asked for.
   *
   * @param from a savepoint's or checkpoint's folder, or {@link #NONE}
   * @throws IllegalArgumentException if there is no such thing
   */
  public static RestorePoint of(String from) {
    if (from.equals(NONE)) {
      return NO_STATE;
    }
    var folder = from.startsWith("file:") ? Path.of(URI.create(from)) : Path.of(from);
    if (!Files.isRegularFile(folder.resolve("_metadata"))) {
      throw new IllegalArgumentException(
          from + " is no savepoint and no checkpoint: name a folder that holds a file _metadata.");
    }
    return new RestorePoint(folder.toAbsolutePath().toUri().toString(), from);
  }

  /** A savepoint that Flink has named, as a URI. */
  public static RestorePoint savepoint(String location) {
    return new RestorePoint(location, Path.of(URI.create(location)).toString());
  }

  static RestorePoint of(Checkpoint checkpoint) {
    return new RestorePoint(checkpoint.folder().toUri().toString(), checkpoint.title());
  }
}

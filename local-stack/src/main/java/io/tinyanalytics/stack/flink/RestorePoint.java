package io.tinyanalytics.stack.flink;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The state that a job starts from.
 *
 * @param path the folder of a checkpoint or savepoint; null for no state
 * @param title names it in messages
 */
public record RestorePoint(@Nullable String path, String title) {
  /** The word that requests a start without state. */
  public static final String NONE = "none";

  static final RestorePoint NO_STATE = new RestorePoint(null, "no state");

  /**
   * Reads the operator's choice.
   *
   * @param from the folder of a savepoint or checkpoint, or {@link #NONE}
   * @throws IllegalArgumentException if it is neither
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

  /** A savepoint at the location that Flink reported, which is a URI. */
  public static RestorePoint savepoint(String location) {
    return new RestorePoint(location, Path.of(URI.create(location)).toString());
  }

  static RestorePoint of(Checkpoint checkpoint) {
    return new RestorePoint(checkpoint.folder().toUri().toString(), checkpoint.title());
  }
}

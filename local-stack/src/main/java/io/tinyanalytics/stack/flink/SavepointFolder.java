package io.tinyanalytics.stack.flink;

import io.tinyanalytics.stack.process.EmptyFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * The savepoints that changes of the job have left, apart from those that people have asked for.
 * Each is complete in itself.
 */
public final class SavepointFolder {
  private static final int KEPT = 5;
  private static final Comparator<Path> NEWEST_FIRST =
      Comparator.comparing((Path savepoint) -> savepoint.toFile().lastModified()).reversed();

  private final Path root;

  public SavepointFolder(Path root) {
    this.root = root;
  }

  public Path root() {
    return root;
  }

  /** Deletes all but the five newest: each holds the whole dedupe state. */
  public void prune() throws IOException {
    if (!Files.isDirectory(root)) {
      return;
    }
    try (Stream<Path> entries = Files.list(root)) {
      var old = entries.sorted(NEWEST_FIRST).skip(KEPT).toList();
      for (var savepoint : old) {
        EmptyFolder.remove(savepoint);
      }
    }
  }
}

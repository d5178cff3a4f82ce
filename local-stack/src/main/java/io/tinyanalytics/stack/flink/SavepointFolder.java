package io.tinyanalytics.stack.flink;

import io.tinyanalytics.stack.files.FolderTree;
import io.tinyanalytics.stack.files.FoundFile;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The savepoints that changes of the job took, separate from those that an operator requested. Each
 * savepoint is self-contained.
 */
public final class SavepointFolder {
  private static final int KEPT = 5;

  private final Path root;

  public SavepointFolder(Path root) {
    this.root = root;
  }

  public Path root() {
    return root;
  }

  /** Deletes all but the five newest, since each holds the whole dedupe state. */
  public void prune() throws IOException {
    var newestFirst = FolderTree.entries(root).stream().sorted(FoundFile.NEWEST_FIRST).toList();
    for (var old : newestFirst.subList(Math.min(KEPT, newestFirst.size()), newestFirst.size())) {
      FolderTree.delete(old.path());
    }
  }
}

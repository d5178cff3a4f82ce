package io.tinyanalytics.stack.process;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the repository lies: the nearest folder, upwards from here, that holds the local stack. */
public final class RepositoryRoot {
  private RepositoryRoot() {}

  /**
   * Looks upwards from the working folder.
   *
   * @throws IllegalStateException if no folder above the working folder is the repository
   */
  public static Path find() {
    var start = Path.of("").toAbsolutePath();
    for (var folder = start; folder != null; folder = folder.getParent()) {
      if (Files.isRegularFile(folder.resolve("local-stack/clickhouse/package.json"))) {
        return folder;
      }
    }
    throw new IllegalStateException(
        "No Tiny Analytics repository at or above " + start + ": start from inside it.");
  }
}

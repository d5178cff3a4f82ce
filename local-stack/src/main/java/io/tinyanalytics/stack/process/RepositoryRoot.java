package io.tinyanalytics.stack.process;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Finds the root of the repository: the nearest folder, upwards from the working folder, that
 * contains the local stack.
 */
public final class RepositoryRoot {
  private RepositoryRoot() {}

  /**
   * Searches upwards from the working folder.
   *
   * @throws IllegalStateException if neither the working folder nor a folder above it is the
   *     repository
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

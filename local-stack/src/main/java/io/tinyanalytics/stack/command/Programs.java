package io.tinyanalytics.stack.command;

import io.tinyanalytics.stack.files.FolderTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * A running stack uses copies of the built jars, so that a build does not change them under it.
 * {@code ./scripts/up} makes the copies in {@code TA_HOME/run/programs.*} before it starts the
 * stack.
 */
final class Programs {
  private static final String NAME = "programs.";

  private Programs() {}

  /** The folder of the copies; the repository itself for a command that uses the built jars. */
  static Path folder(Map<String, String> environment, Path repository) {
    return repository.resolve(environment.getOrDefault("TA_PROGRAMS", ""));
  }

  /** Deletes the copies of stacks that no longer run. */
  static void deleteExcept(Path used, Path home) throws IOException {
    for (var entry : FolderTree.entries(home.resolve("run"))) {
      if (entry.name().startsWith(NAME) && !entry.path().equals(used)) {
        FolderTree.delete(entry.path());
      }
    }
  }
}

package io.tinyanalytics.stack.command;

import io.tinyanalytics.stack.files.FolderTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * The copies of the built jars that a running stack uses, so that a build changes nothing under it:
 * {@code ./scripts/up} makes them in {@code TA_HOME/run/programs.*} before it starts the stack.
 */
final class Programs {
  private static final String NAME = "programs.";

  private Programs() {}

  /** Where the copies are; the repository for a command that uses the built jars themselves. */
  static Path folder(Map<String, String> environment, Path repository) {
    return repository.resolve(environment.getOrDefault("TA_PROGRAMS", ""));
  }

  /** Deletes the copies of stacks that have ended. */
  static void deleteExcept(Path used, Path home) throws IOException {
    for (var entry : FolderTree.entries(home.resolve("run"))) {
      if (entry.name().startsWith(NAME) && !entry.path().equals(used)) {
        FolderTree.delete(entry.path());
      }
    }
  }
}

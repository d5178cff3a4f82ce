package io.tinyanalytics.e2e.stack;

import io.tinyanalytics.stack.files.FolderTree;
import io.tinyanalytics.stack.files.FoundFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The complete checkpoints on a stack's disk. */
public final class Checkpoints {

  private Checkpoints() {}

  /**
   * The folders of the checkpoints of the job that wrote the newest one, newest first.
   *
   * @param home the data folder of the stack
   * @throws IOException if there is no checkpoint
   */
  public static List<Path> ofNewestJob(Path home) throws IOException {
    List<Path> newestFirst =
        FolderTree.files(home.resolve("checkpoints")).stream()
            .filter(file -> file.name().equals("_metadata"))
            .sorted(FoundFile.NEWEST_FIRST)
            .map(file -> parent(file.path()))
            .toList();
    if (newestFirst.isEmpty()) {
      throw new IOException("there is no checkpoint in " + home);
    }
    Path job = parent(newestFirst.get(0));
    return newestFirst.stream().filter(checkpoint -> parent(checkpoint).equals(job)).toList();
  }

  private static Path parent(Path path) {
    return Objects.requireNonNull(path.getParent());
  }
}

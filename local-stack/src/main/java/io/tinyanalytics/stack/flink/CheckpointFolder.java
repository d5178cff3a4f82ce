package io.tinyanalytics.stack.flink;

import io.tinyanalytics.stack.files.FolderTree;
import io.tinyanalytics.stack.files.FoundFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The checkpoints of all jobs that ever ran here: {@code JOB/chk-N/_metadata}. Each submission
 * creates a new job. A folder without {@code _metadata} is not a complete checkpoint.
 */
public final class CheckpointFolder {
  private static final String NUMBERED = "chk-";
  private static final int KEPT_FOR_ROLLBACK = 3;

  private final Path root;

  public CheckpointFolder(Path root) {
    this.root = root;
  }

  /** All complete checkpoints, newest first. */
  public List<Checkpoint> complete() throws IOException {
    List<Checkpoint> found = new ArrayList<>();
    for (var job : FolderTree.entries(root)) {
      for (var folder : FolderTree.entries(job.path())) {
        if (folder.name().startsWith(NUMBERED)) {
          complete(job, folder).ifPresent(found::add);
        }
      }
    }
    return found.stream().sorted(Checkpoint.NEWEST_FIRST).toList();
  }

  private static Optional<Checkpoint> complete(FoundFile job, FoundFile folder) throws IOException {
    var number = Long.parseLong(folder.name().substring(NUMBERED.length()));
    return FolderTree.entries(folder.path()).stream()
        .filter(file -> file.name().equals("_metadata"))
        .map(file -> new Checkpoint(folder.path(), job.name(), number, file.modifiedAt()))
        .findFirst();
  }

  /**
   * Deletes the folders of former jobs. Keeps the jobs that hold the three newest of the former
   * checkpoints, for a manual rollback.
   *
   * @param currentJob a job that no longer needs files of former jobs, since its own checkpoints
   *     are complete
   * @return the number of deleted job folders
   */
  public int prune(String currentJob) throws IOException {
    var kept =
        complete().stream()
            .filter(checkpoint -> !checkpoint.jobId().equals(currentJob))
            .limit(KEPT_FOR_ROLLBACK)
            .map(Checkpoint::jobId)
            .toList();
    var deleted = 0;
    for (var job : FolderTree.entries(root)) {
      if (!job.name().equals(currentJob) && !kept.contains(job.name())) {
        FolderTree.delete(job.path());
        deleted++;
      }
    }
    return deleted;
  }

  /** Deletes the checkpoints of this job, so that no job starts from them. */
  public void forget(String job) throws IOException {
    FolderTree.delete(root.resolve(job));
  }
}

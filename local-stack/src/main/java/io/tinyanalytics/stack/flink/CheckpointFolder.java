package io.tinyanalytics.stack.flink;

import io.tinyanalytics.stack.files.FolderTree;
import io.tinyanalytics.stack.files.FoundFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The checkpoints of all jobs that ever ran here: {@code JOB/chk-N/_metadata}. Each submission is a
 * job of its own; a folder without {@code _metadata} is no checkpoint.
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
   * Deletes what former jobs left, except the jobs that hold the three newest of the former
   * checkpoints: a rollback by hand may want those.
   *
   * @param currentJob refers to no former job's files (its own checkpoints are complete)
   * @return how many jobs' folders were deleted
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

  /** Deletes what this job left: nobody is to start from it. */
  public void forget(String job) throws IOException {
    FolderTree.delete(root.resolve(job));
  }
}

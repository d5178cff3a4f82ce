package io.tinyanalytics.stack.flink;

import io.tinyanalytics.stack.process.EmptyFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

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
    for (var job : children(root)) {
      for (var folder : children(job)) {
        var metadata = folder.resolve("_metadata");
        var name = folder.getFileName().toString();
        if (name.startsWith(NUMBERED) && Files.exists(metadata)) {
          var number = Long.parseLong(name.substring(NUMBERED.length()));
          var completedAt = Files.getLastModifiedTime(metadata).toInstant();
          found.add(new Checkpoint(folder, job.getFileName().toString(), number, completedAt));
        }
      }
    }
    return found.stream().sorted(Checkpoint.NEWEST_FIRST).toList();
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
    for (var job : children(root)) {
      var id = job.getFileName().toString();
      if (!id.equals(currentJob) && !kept.contains(id)) {
        EmptyFolder.remove(job);
        deleted++;
      }
    }
    return deleted;
  }

  /** Deletes what this job left: nobody is to start from it. */
  public void forget(String job) throws IOException {
    EmptyFolder.remove(root.resolve(job));
  }

  private static List<Path> children(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(Files::isDirectory).toList();
    }
  }
}

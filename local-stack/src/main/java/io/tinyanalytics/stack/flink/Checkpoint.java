package io.tinyanalytics.stack.flink;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;

/**
 * A complete checkpoint on disk.
 *
 * @param folder holds {@code _metadata}
 * @param number increases within one job
 * @param completedAt when {@code _metadata} was written
 */
public record Checkpoint(Path folder, String jobId, long number, Instant completedAt) {
  /**
   * Newest first. Two jobs never run at once, so checkpoints are ordered by time, then by number.
   */
  static final Comparator<Checkpoint> NEWEST_FIRST =
      Comparator.comparing(Checkpoint::completedAt).thenComparing(Checkpoint::number).reversed();

  /** A title for messages: the shortened job id and the name of the folder. */
  public String title() {
    return jobId.substring(0, Math.min(8, jobId.length())) + "/chk-" + number;
  }
}

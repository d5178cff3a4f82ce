package io.tinyanalytics.stack.flink;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;

/**
 * A complete checkpoint on disk.
 *
 * @param folder holds {@code _metadata}
 * @param number counts up within one job
 * @param completedAt when {@code _metadata} was written
 */
public record Checkpoint(Path folder, String jobId, long number, Instant completedAt) {
  /** Newest first. Two jobs never run at once, so time orders them; numbers break a tie. */
  static final Comparator<Checkpoint> NEWEST_FIRST =
      Comparator.comparing(Checkpoint::completedAt).thenComparing(Checkpoint::number).reversed();

  /** For people: the job's id shortened, and the checkpoint's folder. */
  public String title() {
    return jobId.substring(0, Math.min(8, jobId.length())) + "/chk-" + number;
  }
}

package io.tinyanalytics.stack.change;

import org.jspecify.annotations.Nullable;

/**
 * A change of the running job. A field that is null leaves that property unchanged.
 *
 * @param title describes the change to the operator
 * @param jar the new program
 * @param parallelism the new parallelism
 * @param from the folder of the savepoint or checkpoint to start from, or {@code none} for no
 *     state; null to continue from the job's current state
 */
public record JobChange(
    String title, @Nullable String jar, @Nullable Integer parallelism, @Nullable String from) {

  public static JobChange upgrade(String jar) {
    return new JobChange("upgrade to " + jar, jar, null, null);
  }

  public static JobChange rescale(int parallelism) {
    return new JobChange("rescale to " + parallelism, null, parallelism, null);
  }

  public static JobChange rollback(String from) {
    return new JobChange("rollback to " + from, null, null, from);
  }
}

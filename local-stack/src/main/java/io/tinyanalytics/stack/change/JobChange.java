package io.tinyanalytics.stack.change;

import org.jspecify.annotations.Nullable;

/**
 * A change of the running job; what is null stays as it is.
 *
 * @param title for people
 * @param jar the program from now on
 * @param parallelism the parallelism from now on
 * @param from a savepoint's or checkpoint's folder, or {@code none}, to go on from; null for where
 *     the job stands
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

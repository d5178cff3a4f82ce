package io.tinyanalytics.stack.flink;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.OptionalInt;

/**
 * The deployed job: its parallelism, and a copy of its jar, so that a build does not change the
 * running job. {@code current.jar} is deployed; {@code next.jar} is on trial.
 */
public final class JobFolder {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path current;
  private final Path next;
  private final Path kept;

  public JobFolder(Path folder) {
    this.current = folder.resolve("current.jar");
    this.next = folder.resolve("next.jar");
    this.kept = folder.resolve("current.json");
  }

  /** What is stored beside the jar. */
  private record Kept(int parallelism) {}

  /** The parallelism of the last deployment; empty before the first one. */
  OptionalInt parallelism() {
    try {
      return Files.exists(kept)
          ? OptionalInt.of(JSON.readValue(kept.toFile(), Kept.class).parallelism())
          : OptionalInt.empty();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(kept + " cannot be read: delete it.", unreadable);
    }
  }

  /** Copies the jar for a trial, without replacing the current one. */
  public Deployment prepare(Deployment wanted) throws IOException {
    Files.createDirectories(current.getParent());
    Files.copy(wanted.jar(), next, StandardCopyOption.REPLACE_EXISTING);
    return new Deployment(next, wanted.parallelism());
  }

  /** Makes the prepared deployment the current one. */
  public Deployment promote(Deployment prepared) throws IOException {
    if (prepared.jar().equals(next)) {
      Files.move(next, current, StandardCopyOption.ATOMIC_MOVE);
    }
    var nextKept = kept.resolveSibling("next.json");
    JSON.writeValue(nextKept.toFile(), new Kept(prepared.parallelism()));
    Files.move(nextKept, kept, StandardCopyOption.ATOMIC_MOVE);
    return new Deployment(current, prepared.parallelism());
  }
}

package io.tinyanalytics.stack.process;

import java.nio.file.Path;

/**
 * Where the stack reads and writes; all absolute.
 *
 * @param repository holds programs and settings; nothing is written there
 * @param data one folder per part
 * @param logs one or two files per part
 */
public record Folders(Path repository, Path data, Path logs) {
  public Folders {
    repository = repository.toAbsolutePath();
    data = data.toAbsolutePath();
    logs = logs.toAbsolutePath();
  }

  /** Data below {@code home}, logs in {@code home/logs}, the repository found from here. */
  public static Folders under(Path home) {
    return new Folders(RepositoryRoot.find(), home, home.resolve("logs"));
  }
}

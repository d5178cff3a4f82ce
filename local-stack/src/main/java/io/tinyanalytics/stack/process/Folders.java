package io.tinyanalytics.stack.process;

import java.nio.file.Path;

/**
 * Where the stack reads and writes; all absolute.
 *
 * @param repository holds the settings; nothing is written there
 * @param programs holds the built jars, each where it is in the repository
 * @param data one folder per part
 * @param logs one or two files per part
 */
public record Folders(Path repository, Path programs, Path data, Path logs) {
  public Folders {
    repository = repository.toAbsolutePath();
    programs = programs.toAbsolutePath();
    data = data.toAbsolutePath();
    logs = logs.toAbsolutePath();
  }

  /** Data below {@code home}, logs in {@code home/logs}; repository and jars found from here. */
  public static Folders under(Path home) {
    var repository = RepositoryRoot.find();
    return new Folders(repository, repository, home, home.resolve("logs"));
  }
}

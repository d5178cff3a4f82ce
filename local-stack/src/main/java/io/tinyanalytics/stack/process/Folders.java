package io.tinyanalytics.stack.process;

import java.nio.file.Path;

/**
 * The folders that the stack reads and writes; all paths are absolute.
 *
 * @param repository holds the settings; the stack writes nothing there
 * @param programs holds the built jars, at the same relative paths as the repository
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

  /**
   * Data below {@code home}, logs in {@code home/logs}. The repository and the jars are found from
   * the working folder.
   */
  public static Folders under(Path home) {
    var repository = RepositoryRoot.find();
    return new Folders(repository, repository, home, home.resolve("logs"));
  }
}

package io.tinyanalytics.stack.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How one process is started.
 *
 * @param command the program and its arguments
 * @param environment added to the environment of the process that starts it
 * @param folder the working folder
 * @param log the file the program itself logs to; equal to {@code output} if it logs there
 * @param output the file that standard output and standard error are appended to
 */
public record Launch(
    List<String> command, Map<String, String> environment, Path folder, Path log, Path output) {
  public Launch {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }
}

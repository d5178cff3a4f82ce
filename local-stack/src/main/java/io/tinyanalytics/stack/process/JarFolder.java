package io.tinyanalytics.stack.process;

import java.nio.file.Files;
import java.nio.file.Path;

/** A folder of jars that the build fills. */
public final class JarFolder {
  private JarFolder() {}

  /**
   * The folder as a class path.
   *
   * @throws IllegalStateException if the folder was not built; the message says what to run
   */
  public static String of(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new IllegalStateException(
          folder + " is not built: run `mvn -DskipTests package` in the repository's root.");
    }
    return folder + "/*";
  }
}

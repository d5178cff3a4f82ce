package io.tinyanalytics.e2e.mutation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A text of one source file, and what stands in its place.
 *
 * @param module the module's folder
 * @param className of the file's public or only class, with its package
 * @param text as the file has it exactly once
 * @param replacement what the changed file has instead
 */
public record SourceChange(String module, String className, String text, String replacement) {

  /**
   * The whole changed source.
   *
   * @throws IllegalStateException if the file does not have the text exactly once
   */
  String applyTo(Path repository) throws IOException {
    Path file = repository.resolve(module + "/src/main/java/" + path() + ".java");
    String source = Files.readString(file);
    int at = source.indexOf(text);
    if (at < 0 || source.indexOf(text, at + 1) >= 0) {
      throw new IllegalStateException(
          "%s must have this text exactly once; adapt the change to the source as it is now:%n%s"
              .formatted(file, text));
    }
    return source.substring(0, at) + replacement + source.substring(at + text.length());
  }

  /** The class as a path of folders, without an ending. */
  String path() {
    return className.replace('.', '/');
  }
}

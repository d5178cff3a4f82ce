package io.tinyanalytics.e2e.mutation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A text in one source file, and its replacement.
 *
 * @param module the module's folder
 * @param className the fully qualified name of the file's public or only class
 * @param text a text that occurs exactly once in the file
 * @param replacement the text that replaces it
 */
public record SourceChange(String module, String className, String text, String replacement) {

  /**
   * Returns the whole changed source.
   *
   * @throws IllegalStateException if the text does not occur exactly once
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

  /** The path of the class, without a file extension. */
  String path() {
    return className.replace('.', '/');
  }
}

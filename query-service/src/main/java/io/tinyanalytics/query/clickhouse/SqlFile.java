package io.tinyanalytics.query.clickhouse;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Loads a statement that is packaged with the service. This happens at start, so that a missing
 * file is found then and not later.
 */
final class SqlFile {
  private SqlFile() {}

  /**
   * @param word the file's name without folder and extension
   * @throws IllegalStateException if the file is not packaged with the service
   */
  static String load(String word) {
    String path = "/sql/" + word + ".sql";
    try (InputStream file = SqlFile.class.getResourceAsStream(path)) {
      if (file == null) {
        throw new IllegalStateException("The service was built without " + path);
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

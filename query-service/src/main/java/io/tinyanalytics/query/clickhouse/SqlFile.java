package io.tinyanalytics.query.clickhouse;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Loads a statement that ships with the service, at start, so that none is found missing later. */
final class SqlFile {
  private SqlFile() {}

  /**
   * @param word the file's name without its folder and ending
   * @throws IllegalStateException where the service was built without it
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

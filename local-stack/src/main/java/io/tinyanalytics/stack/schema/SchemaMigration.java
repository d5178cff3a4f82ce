package io.tinyanalytics.stack.schema;

import io.tinyanalytics.stack.process.ClickHouseUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Applies all schema files in the order of their names. Every statement is idempotent: applying it
 * again changes nothing, and the next run completes an interrupted one.
 */
public final class SchemaMigration {
  private SchemaMigration() {}

  /** Applies as the user {@code default} without a password. */
  public static void apply(String httpUrl, Path schemaFolder) throws IOException {
    apply(httpUrl, schemaFolder, ClickHouseUser.DEFAULT);
  }

  /**
   * Applies as {@code user}.
   *
   * @return the names of the applied files, in order
   * @throws IOException if ClickHouse refuses a statement; the message names the file
   */
  public static List<String> apply(String httpUrl, Path schemaFolder, ClickHouseUser user)
      throws IOException {
    var clickHouse = new ClickHouseHttp(httpUrl, user);
    var files = files(schemaFolder);
    for (var file : files) {
      for (var statement : SqlStatements.of(Files.readString(file))) {
        apply(clickHouse, file, statement);
      }
    }
    return files.stream().map(file -> file.getFileName().toString()).toList();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (var entries = Files.list(folder)) {
      return entries.filter(file -> file.toString().endsWith(".sql")).sorted().toList();
    }
  }

  private static void apply(ClickHouseHttp clickHouse, Path file, String statement)
      throws IOException {
    try {
      clickHouse.execute(statement);
    } catch (IOException refused) {
      throw new IOException(file.getFileName() + ": " + refused.getMessage(), refused);
    }
  }
}

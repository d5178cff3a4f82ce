package io.tinyanalytics.stack.process;

import java.nio.file.Files;
import java.nio.file.Path;

/** The engine's shared library, installed by npm. */
public final class ClickHouseLibrary {
  private static final String PLACE =
      "local-stack/clickhouse/node_modules/@chdb/lib-linux-x64-gnu/libchdb.so";

  private ClickHouseLibrary() {}

  /**
   * Finds the library where npm installed it.
   *
   * @throws IllegalStateException if there is no engine for this platform, or if it is not
   *     installed; the message says what to do
   */
  public static Path find(Path repository) {
    var platform = System.getProperty("os.name") + " " + System.getProperty("os.arch");
    if (!platform.equals("Linux amd64")) {
      throw new IllegalStateException(
          "There is no embedded ClickHouse for "
              + platform
              + ": run a Kafka and a ClickHouse of"
              + " your own and name them in KAFKA_BROKERS and CLICKHOUSE_DSN.");
    }
    var library = repository.resolve(PLACE);
    if (!Files.isRegularFile(library)) {
      throw new IllegalStateException(
          "The ClickHouse engine is not installed: run `npm ci` in local-stack/clickhouse.");
    }
    return library;
  }
}

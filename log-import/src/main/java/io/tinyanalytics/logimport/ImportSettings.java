package io.tinyanalytics.logimport;

import java.nio.file.Path;
import java.util.Map;

/**
 * What the environment says about the import.
 *
 * @param journal the folder in which imports are remembered
 * @param edge the address of the edge, without a last slash
 * @param sites the sites file
 */
record ImportSettings(Path journal, String edge, Path sites) {

  /**
   * Reads TA_HOME, INGEST_PORT and SITES_CONFIG_PATH; an empty value counts as absent.
   *
   * @param repository what relative paths are relative to
   */
  static ImportSettings from(Map<String, String> environment, Path repository) {
    return new ImportSettings(
        repository.resolve(text(environment, "TA_HOME", ".local")).resolve("imports"),
        "http://localhost:" + text(environment, "INGEST_PORT", "8080"),
        repository.resolve(text(environment, "SITES_CONFIG_PATH", "config/sites.dev.yml")));
  }

  private static String text(Map<String, String> environment, String name, String otherwise) {
    var value = environment.getOrDefault(name, "").strip();
    return value.isEmpty() ? otherwise : value;
  }
}

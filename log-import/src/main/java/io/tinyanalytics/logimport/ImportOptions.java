package io.tinyanalytics.logimport;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What to import, and where to.
 *
 * @param file the log
 * @param siteId the site that the page views belong to
 * @param baseUrl what stands before each request target, without a last slash
 * @param edge the edge's address, without a last slash
 * @param sites the sites file
 */
record ImportOptions(Path file, String siteId, String baseUrl, String edge, Path sites) {
  static final String USAGE =
      """
      Usage: import-access-log FILE --site ID [--base-url URL] [--url EDGE_URL] [--sites FILE]

      Sends the page views of an Apache or nginx log in the combined format through the edge.
        --site ID       the site they belong to
        --base-url URL  the address of the site's pages (https://example.com)
        --url EDGE_URL  where the edge listens (http://localhost:8080, moved as the local stack's)
        --sites FILE    the sites file with the site's keys (SITES_CONFIG_PATH, or
                        config/sites.dev.yml)

      An interrupted import goes on where it stopped. Importing a log again within 7 days changes
      no figure: an event is known by its site, its line and which of several equal lines it is.
      Ends with 0 if nothing was refused, 1 if something was, 2 if the import cannot go on.
      """;

  private static final Set<String> OPTIONS = Set.of("--site", "--base-url", "--url", "--sites");

  /**
   * Reads the command line.
   *
   * @param caller what relative paths of the command line are relative to
   * @throws IllegalArgumentException if it is not as the usage says
   */
  static ImportOptions of(String[] arguments, ImportSettings settings, Path caller) {
    var given = named(arguments);
    var sites = given.get("--sites");
    return new ImportOptions(
        caller.resolve(required("FILE", given)).normalize(),
        required("--site", given),
        address("--base-url", given.getOrDefault("--base-url", "https://example.com")),
        address("--url", given.getOrDefault("--url", settings.edge())),
        sites == null ? settings.sites() : caller.resolve(sites).normalize());
  }

  private static Map<String, String> named(String[] arguments) {
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i < arguments.length; i++) {
      var name = OPTIONS.contains(arguments[i]) ? arguments[i++] : "FILE";
      if (i == arguments.length) {
        throw new IllegalArgumentException(name + " needs a value.");
      }
      if (name.equals("FILE") && arguments[i].startsWith("-")) {
        throw new IllegalArgumentException("There is no option " + arguments[i] + ": see --help.");
      }
      if (given.put(name, arguments[i]) != null) {
        throw new IllegalArgumentException(name + " may be given once.");
      }
    }
    return given;
  }

  private static String required(String name, Map<String, String> given) {
    var value = given.get(name);
    if (value == null) {
      throw new IllegalArgumentException(name + " is missing: see --help.");
    }
    return value;
  }

  private static String address(String option, String value) {
    if (!value.matches("https?://[^/?#\\s]+(/[^?#\\s]*)?")) {
      throw new IllegalArgumentException(
          option + " must be an address such as https://example.com, not \"" + value + "\".");
    }
    return value.endsWith("/") ? value.substring(0, value.length() - 1) : value;
  }
}

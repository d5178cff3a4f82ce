package io.tinyanalytics.logimport;

import java.nio.file.Path;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What to import, and where to.
 *
 * @param source the log
 * @param destination where the page views go to
 * @param baseUrl what stands before each path, without a last slash
 * @param pages further endings that are pages, in lower case
 * @param dryRun whether to read only
 */
record ImportOptions(
    LogSource source,
    Destination destination,
    String baseUrl,
    SortedSet<String> pages,
    boolean dryRun) {
  static final String USAGE =
      """
      Usage: import-access-log FILE --site ID [--base-url URL] [--pages ENDINGS] [--dry-run]
                               [--url EDGE_URL] [--sites FILE]
      Sends the page views of an Apache or nginx log in the combined format through the edge.
        FILE             the log, as text or packed by gzip; - reads standard input
        --site ID        the site that the page views belong to
        --base-url URL   the address of the site's pages (https://example.com)
        --pages ENDINGS  file endings that are pages too, such as md,xml
        --dry-run        send nothing; print what would be imported, and what not and why
        --url EDGE_URL   where the edge listens (http://localhost:8080, moved as the local stack's)
        --sites FILE     the sites file with the site's keys (SITES_CONFIG_PATH, or
                         config/sites.dev.yml)
      An interrupted import goes on where it stopped. Importing a log again within 7 days changes
      no figure: an event is known by its site, its line and which of several equal lines it is.
      Ends with 0 if nothing was refused, 1 if something was, 2 if the import cannot go on.
      """;

  /**
   * Reads the command line.
   *
   * @param caller what relative paths of the command line are relative to
   * @throws IllegalArgumentException if it is not as the usage says
   */
  static ImportOptions of(String[] arguments, ImportSettings settings, Path caller) {
    var given = CommandLine.of(arguments);
    var sites = given.value("--sites", "");
    var dryRun = given.has("--dry-run");
    var destination =
        new Destination(
            address("--url", given.value("--url", settings.edge())),
            dryRun ? given.value("--site", "") : given.required("--site"),
            sites.isEmpty() ? settings.sites() : caller.resolve(sites).normalize());
    return new ImportOptions(
        source(given.required("FILE"), caller),
        destination,
        address("--base-url", given.value("--base-url", "https://example.com")),
        endings(given.value("--pages", "")),
        dryRun);
  }

  private static LogSource source(String file, Path caller) {
    return new LogSource(file.equals("-") ? null : caller.resolve(file).normalize());
  }

  private static SortedSet<String> endings(String list) {
    var endings = new TreeSet<String>();
    for (var part : list.isBlank() ? new String[0] : list.split(",", -1)) {
      var ending = part.strip().toLowerCase(Locale.ROOT).replaceFirst("^\\.", "");
      if (!FileEnding.isEnding(ending)) {
        throw new IllegalArgumentException(
            "--pages must be file endings separated by commas, such as md,xml, not \""
                + list
                + "\".");
      }
      endings.add(ending);
    }
    return endings;
  }

  private static String address(String option, String value) {
    if (!value.matches("https?://[^/?#\\s]+(/[^?#\\s]*)?")) {
      throw new IllegalArgumentException(
          option + " must be an address such as https://example.com, not \"" + value + "\".");
    }
    return value.endsWith("/") ? value.substring(0, value.length() - 1) : value;
  }
}

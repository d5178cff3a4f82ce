package io.tinyanalytics.bench.logs;

import io.tinyanalytics.bench.stack.BenchStack;
import io.tinyanalytics.stack.process.JavaCommand;
import io.tinyanalytics.stack.settings.StackPort;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs the importer like {@code scripts/import-access-log}, in a new process for each log. */
record Importer(BenchStack stack, String siteId) {
  private static final String MAIN_CLASS = "io.tinyanalytics.logimport.ImportCommand";

  /** The seconds until the edge has accepted the whole log. */
  double seconds(Path log) throws IOException {
    var repository = stack.folders().repository();
    var module = repository.resolve("log-import/target");
    var command =
        JavaCommand.of(
            List.of("-Xmx256m", "-XX:+UseSerialGC"),
            module.resolve("log-import.jar") + ":" + module.resolve("lib") + "/*",
            MAIN_CLASS,
            List.of(
                log.toString(),
                "--site",
                siteId,
                "--url",
                "http://localhost:" + stack.settings().port(StackPort.INGEST),
                "--sites",
                repository.resolve("config/sites.dev.yml").toString()));
    return Program.seconds(command, Map.of("TA_HOME", log + ".imports"));
  }

  /** The number of stored page views of the site. */
  long stored() throws IOException {
    var rows =
        stack
            .clickHouse()
            .execute(
                "SELECT count() FROM analytics.events WHERE site_id = {site:String}",
                Map.of("site", siteId));
    return Long.parseLong(rows.strip());
  }
}

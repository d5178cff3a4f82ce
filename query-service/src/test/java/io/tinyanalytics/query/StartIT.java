package io.tinyanalytics.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.util.JarLocation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts the service as its command line does, with settings that cannot work. */
class StartIT {
  private static final Path SHIPPED = Path.of("../config/query-service.yml");

  private static final String DSN =
      "'${CLICKHOUSE_DSN:-jdbc:clickhouse://localhost:8123/analytics}'";

  private final ByteArrayOutputStream told = new ByteArrayOutputStream();

  @TempDir Path folder;

  private String startWith(String setting, String badSetting) throws IOException {
    String shipped =
        Files.readString(SHIPPED).replace("${SITES_CONFIG_PATH:-", "../${NO_VARIABLE:-");
    assertThat(shipped).contains(setting);
    Path file = Files.writeString(folder.resolve("bad.yml"), shipped.replace(setting, badSetting));
    QueryService service = new QueryService();
    Bootstrap<QueryConfiguration> bootstrap = new Bootstrap<>(service);
    service.addDefaultCommands(bootstrap);
    service.initialize(bootstrap);
    Cli cli =
        new Cli(
            new JarLocation(QueryService.class), bootstrap, OutputStream.nullOutputStream(), told);
    assertThat(cli.run("server", file.toString())).isPresent();
    return told.toString(StandardCharsets.UTF_8);
  }

  @Test
  void saysInOneSentenceWhichSettingIsWrong() throws IOException {
    assertThat(startWith("timeout: 5s", "timeout: 5h"))
        .startsWith("The query service cannot start: ")
        .contains("clickhouse.timeout must be between 1s and 60s")
        .hasLineCount(1);
  }

  @Test
  void saysInOneSentenceThatTheSitesFileIsNotThere() throws IOException {
    assertThat(startWith("'../${NO_VARIABLE:-config/sites.dev.yml}'", "nowhere.yml"))
        .isEqualToIgnoringNewLines(
            "The query service cannot start: the sites file nowhere.yml cannot be read:"
                + " set SITES_CONFIG_PATH to a readable file.");
  }

  @Test
  void saysInOneSentenceThatTheDriverRefusesTheUrlAndShowsNoPassword() throws IOException {
    assertThat(startWith(DSN, "'jdbc:clickhouse://h:1/db?ssl_key=s3cret&compress'"))
        .isEqualToIgnoringNewLines(
            "The query service cannot start: CLICKHOUSE_DSN has an option that the"
                + " driver refuses: correct it.");
  }

  @Test
  void saysInOneSentenceThatTheUrlCannotWork() throws IOException {
    assertThat(startWith(DSN, "localhost:8123"))
        .isEqualToIgnoringNewLines(
            "The query service cannot start: CLICKHOUSE_DSN must look like"
                + " jdbc:clickhouse://localhost:8123/analytics.");
  }

  @Test
  void saysInOneSentenceThatAPortIsTaken() throws IOException {
    try (ServerSocket taken = new ServerSocket(0)) {
      assertThat(startWith("${QUERY_PORT:-8081}", Integer.toString(taken.getLocalPort())))
          .startsWith("The query service cannot start: Failed to bind to ")
          .contains(":" + taken.getLocalPort())
          .hasLineCount(1);
    }
  }
}

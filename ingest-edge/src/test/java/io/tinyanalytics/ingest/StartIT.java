package io.tinyanalytics.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.util.JarLocation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts the edge as its command line does, with settings that cannot work. */
final class StartIT {

  private static final String SALT = "'${IP_HASH_SALT:-dev-salt}'";

  @TempDir Path folder;

  @Test
  void saysInOneSentenceWhichSettingIsWrong() throws IOException {
    assertThat(startWith(SALT, "''"))
        .contains("ipHashSalt must not be empty: set IP_HASH_SALT to a secret of your own");
    assertThat(startWith("deliveryTimeout: 5s", "deliveryTimeout: 5h"))
        .contains("kafka.deliveryTimeout must be between 1s and 60s");
    assertThat(startWith("'${KAFKA_BROKERS:-localhost:9092}'", "nowhere"))
        .contains("kafka.brokers must be like localhost:9092");
  }

  @Test
  void saysInOneSentenceWhatIsWrongWithTheSitesFile() throws IOException {
    assertThat(startWith("'../${NO_VARIABLE:-config/sites.dev.yml}'", "nowhere.yml"))
        .isEqualToIgnoringNewLines(
            "The ingest edge cannot start: the sites file nowhere.yml cannot be read:"
                + " set SITES_CONFIG_PATH to a readable file.");
  }

  @Test
  void saysInOneSentenceThatAPortIsTaken() throws IOException {
    try (ServerSocket taken = new ServerSocket(0)) {
      assertThat(startWith("${INGEST_PORT:-8080}", Integer.toString(taken.getLocalPort())))
          .contains("Failed to bind to ")
          .contains(":" + taken.getLocalPort());
    }
  }

  @Test
  void saysInOneSentenceThatThereAreNoSettings() {
    assertThat(start(folder.resolve("absent.yml"))).contains("absent.yml not found");
  }

  private String startWith(String setting, String badSetting) throws IOException {
    String shipped =
        Files.readString(Path.of("../config/ingest-edge.yml"))
            .replace("${SITES_CONFIG_PATH:-", "../${NO_VARIABLE:-");
    assertThat(shipped).contains(setting);
    return start(
        Files.writeString(folder.resolve("bad.yml"), shipped.replace(setting, badSetting)));
  }

  private static String start(Path settings) {
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    IngestEdge edge = new IngestEdge();
    Bootstrap<IngestConfiguration> bootstrap = new Bootstrap<>(edge);
    edge.addDefaultCommands(bootstrap);
    edge.initialize(bootstrap);
    Cli cli =
        new Cli(
            new JarLocation(IngestEdge.class), bootstrap, OutputStream.nullOutputStream(), told);

    assertThat(cli.run("server", settings.toString())).isPresent();
    assertThat(told.toString(UTF_8))
        .startsWith("The ingest edge cannot start: ")
        .hasLineCount(1)
        .doesNotContain("Exception");
    return told.toString(UTF_8);
  }
}

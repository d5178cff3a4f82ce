package io.tinyanalytics.stack.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import io.tinyanalytics.stack.process.Folders;
import io.tinyanalytics.stack.settings.StackSettings;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortCheckTest {
  private static final Path REPOSITORY = Path.of("/repository");

  @Test
  void namesThePortThePartAndTheWayOut() {
    assertThat(taken(Map.of(), 8082))
        .isEqualTo(
            "Port 8082, needed by jobmanager, is taken: end what listens there, set FLINK_UI_PORT,"
                + " or move the whole stack with TA_PORT_OFFSET=100.");
  }

  @Test
  void leavesPortsOfServersThatOthersRunAlone() {
    assertThat(taken(Map.of("KAFKA_BROKERS", "k:9092"), 9092)).isEmpty();
  }

  @Test
  void saysWhichPartsAreGivenTheSamePort() {
    assertThat(taken(Map.of("INGEST_PORT", "8081"), 1))
        .isEqualTo(
            "Port 8081 is set for both ingest-edge and query-service: give one of them another.");
  }

  private static String taken(Map<String, String> environment, int port) {
    var settings = StackSettings.from(environment, REPOSITORY);
    var home = settings.home();
    var folders = new Folders(REPOSITORY, REPOSITORY, home, home.resolve("logs"));
    var parts = StackParts.of(settings, folders).own();
    return String.join("\n", PortCheck.taken(parts, settings, asked -> asked != port));
  }
}

package io.tinyanalytics.stack.flink;

import static org.assertj.core.api.Assertions.assertThat;

import io.tinyanalytics.stack.process.RepositoryRoot;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FlinkConfigurationIT {
  private static final FlinkConfiguration SHIPPED =
      new FlinkConfiguration(RepositoryRoot.find().resolve("flink-conf"), Map.of());

  @Test
  void opensWhatFlinkNeedsOfTheJdk() throws IOException {
    assertThat(SHIPPED.jvmFlags())
        .contains("--add-opens=java.base/java.util=ALL-UNNAMED")
        .allMatch(flag -> flag.startsWith("--add-"));
  }

  @Test
  void givesEachRoleItsOwnGarbageCollector() throws IOException {
    assertThat(SHIPPED.jvmFlags(FlinkRole.JOBMANAGER)).containsExactly("-XX:+UseSerialGC");
    assertThat(SHIPPED.jvmFlags(FlinkRole.TASKMANAGER)).containsExactly("-XX:+UseParallelGC");
  }

  @Test
  void letsALaterOverrideWin() {
    var configuration = SHIPPED.with(Map.of("rest.port", "1")).with(Map.of("rest.port", "2"));

    assertThat(configuration.arguments()).containsExactly("-Drest.port=2");
  }

  @Test
  void givesEachTaskASlotAndNeverFewerThanTheFileSays() throws IOException {
    var slots = "taskmanager.numberOfTaskSlots";

    assertThat(SHIPPED.atLeast(slots, 4)).isEqualTo(SHIPPED);
    assertThat(SHIPPED.atLeast(slots, 8).arguments()).containsExactly("-D" + slots + "=8");
  }

  @Test
  void isAcceptedByFlinksOwnMemoryCalculator() throws IOException {
    var classpath = RepositoryRoot.find().resolve("local-stack/flink/target/lib") + "/*";

    assertThat(FlinkMemory.of(FlinkRole.JOBMANAGER, classpath, SHIPPED).jvmFlags())
        .anyMatch(flag -> flag.startsWith("-Xmx"));
    assertThat(FlinkMemory.of(FlinkRole.TASKMANAGER, classpath, SHIPPED).arguments())
        .contains("-Dtaskmanager.numberOfTaskSlots=4");
  }
}

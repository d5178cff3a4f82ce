package io.tinyanalytics.stack.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class FlinkMemoryTest {
  @Test
  void readsTheTwoResultLinesAmongOthers() throws IOException {
    var memory =
        FlinkMemory.parse(
            """
            INFO something
            BASH_JAVA_UTILS_EXEC_RESULT:-Xmx100 -Xms100
            BASH_JAVA_UTILS_EXEC_RESULT:-D a.b=1b -D c=2
            """);

    assertThat(memory.jvmFlags()).containsExactly("-Xmx100", "-Xms100");
    assertThat(memory.arguments()).containsExactly("-Da.b=1b", "-Dc=2");
  }

  @Test
  void showsWhatFlinkSaidInstead() {
    assertThatThrownBy(() -> FlinkMemory.parse("total process memory is too small"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("flink-conf/config.yaml")
        .hasMessageContaining("too small");
  }
}

package io.tinyanalytics.stack.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommandsTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void showTheirUsageWhenAskedForSomethingElse() throws Exception {
    assertThat(run(Map.of(), "dwon")).isEqualTo(2);
    assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("Usage: up [--detach]");
  }

  @Test
  void sayWhichSettingCannotWork() throws Exception {
    assertThat(run(Map.of("TA_PORT_OFFSET", "x"), "status")).isEqualTo(2);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo("TA_PORT_OFFSET must be a number from 0 to 65535, not \"x\".\n");
  }

  @Test
  void sayThatARescaleNeedsANumber() throws Exception {
    assertThat(run(Map.of(), "rescale", "two")).isEqualTo(2);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo("rescale needs a whole number, not \"two\".\n");
  }

  private int run(Map<String, String> environment, String... arguments) throws Exception {
    var printer = new PrintStream(out, true, StandardCharsets.UTF_8);
    return Commands.run("unused", arguments, environment, printer);
  }
}

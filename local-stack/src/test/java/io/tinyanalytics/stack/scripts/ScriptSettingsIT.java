package io.tinyanalytics.stack.scripts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.tinyanalytics.stack.settings.StackPort;
import io.tinyanalytics.stack.settings.StackSettings;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The checks of the scripts' own settings. */
final class ScriptSettingsIT {
  @ParameterizedTest
  @CsvSource({
    "TA_PORT_OFFSET, 100, 8180",
    "TA_PORT_OFFSET, 010, 8090",
    "TA_PORT_OFFSET, 0000000000008, 8088",
    "TA_PORT_OFFSET, ' 7 ', 8087",
    "TA_PORT_OFFSET, '', 8080",
    "INGEST_PORT, 08080, 8080",
    "INGEST_PORT, 65535, 65535",
  })
  void meanThePortThatJavaTakesThemFor(String variable, String value, int port) throws Exception {
    var environment = Map.of(variable, value);

    assertThat(Shell.function(environment, "stack_port INGEST 8080"))
        .isEqualTo(new Shell(0, Integer.toString(port)));
    assertThat(settings(environment).port(StackPort.INGEST)).isEqualTo(port);
  }

  @ParameterizedTest
  @CsvSource({
    "TA_PORT_OFFSET, abc",
    "TA_PORT_OFFSET, -1",
    "TA_PORT_OFFSET, +1",
    "TA_PORT_OFFSET, 1.5",
    "TA_PORT_OFFSET, 0x10",
    "TA_PORT_OFFSET, 1 0",
    "TA_PORT_OFFSET, 1_000",
    "TA_PORT_OFFSET, ١٠",
    "TA_PORT_OFFSET, 65536",
    "TA_PORT_OFFSET, 99999999999999999999",
    "TA_PORT_OFFSET, 60000",
    "INGEST_PORT, http",
    "INGEST_PORT, 0",
    "INGEST_PORT, 65536",
  })
  void areRefusedWithTheSentenceThatJavaSays(String variable, String value) throws Exception {
    var environment = Map.of(variable, value);

    assertThat(Shell.function(environment, "stack_port INGEST 8080"))
        .isEqualTo(new Shell(2, refusal(environment)));
  }

  @ParameterizedTest
  @CsvSource({
    "EVENT_COUNT, many, 'EVENT_COUNT must be a number from 1 to 999999999, not \"many\".'",
    "EVENT_COUNT, 0, 'EVENT_COUNT must be a number from 1 to 999999999, not \"0\".'",
    "TA_PORT_OFFSET, abc, 'TA_PORT_OFFSET must be a number from 0 to 65535, not \"abc\".'",
    "INGEST_URL, localhost:8080, 'INGEST_URL must look like http://localhost:8080, not \"localhost:8080\".'",
    "INGEST_URL, ftp://h, 'INGEST_URL must look like http://localhost:8080, not \"ftp://h\".'",
    "INGEST_URL, http://, 'INGEST_URL must look like http://localhost:8080, not \"http://\".'",
    "INGEST_URL, http://h:x, 'INGEST_URL must look like http://localhost:8080, not \"http://h:x\".'",
    "INGEST_URL, http://h?a=b, 'INGEST_URL must look like http://localhost:8080, not \"http://h?a=b\".'",
  })
  void endTheSeedWithOneSentence(String variable, String value, String sentence) throws Exception {
    assertThat(Shell.script(Map.of(variable, value), "seed.sh")).isEqualTo(new Shell(2, sentence));
  }

  private static String refusal(Map<String, String> environment) {
    return String.valueOf(catchThrowable(() -> settings(environment)).getMessage());
  }

  private static StackSettings settings(Map<String, String> environment) {
    return StackSettings.from(environment, Shell.SCRIPTS);
  }
}

package io.tinyanalytics.pipeline.enrich.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.tinyanalytics.pipeline.stream.Device;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AgentTest {

  private static final Device PHONE = new Device("mobile", "safari", "18", "ios", "18", "");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      nullValues = "-",
      textBlock =
          """
          PERSON  | ""     | -            | false | ""
          PERSON  | ""     | -            | true  | ""
          PERSON  | ""     | acme-monitor | false | acme-monitor
          PERSON  | ""     | acme-monitor | true  | acme-monitor
          LIBRARY | curl   | -            | false | curl
          LIBRARY | curl   | -            | true  | ""
          LIBRARY | curl   | cur          | true  | curl
          ROBOT   | GPTBot | -            | false | GPTBot
          ROBOT   | GPTBot | -            | true  | GPTBot
          ROBOT   | GPTBot | bot          | true  | GPTBot
          """)
  void decidesForEachEventWhetherABotSentIt(
      Agent.Kind kind, String name, @Nullable String denied, boolean namesUser, String botName) {
    Device sender = new Agent(kind, name, PHONE).sender(denied, namesUser);

    assertThat(sender).isEqualTo(botName.isEmpty() ? PHONE : Device.bot(botName));
    assertThat(sender.isBot()).isEqualTo(!botName.isEmpty());
  }
}

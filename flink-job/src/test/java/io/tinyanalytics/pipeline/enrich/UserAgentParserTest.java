package io.tinyanalytics.pipeline.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import io.tinyanalytics.event.ClientHints;
import io.tinyanalytics.event.Origin;
import io.tinyanalytics.pipeline.stream.Device;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

final class UserAgentParserTest {

  /** The table grows with each user agent that was once read wrong. */
  @ParameterizedTest(name = "{0} {1} {2} {3} {4} {5}: {6}")
  @CsvFileSource(
      resources = "/user-agents.csv",
      delimiter = '|',
      quoteCharacter = '`',
      emptyValue = "",
      numLinesToSkip = 1,
      maxCharsPerColumn = 8192)
  void readsUserAgents(
      String type,
      String browser,
      @Nullable String browserVersion,
      String os,
      @Nullable String osVersion,
      @Nullable String botName,
      @Nullable String userAgent) {
    assertThat(parse(userAgent, ClientHints.NONE))
        .isEqualTo(
            new Device(
                type, browser, orEmpty(browserVersion), os, orEmpty(osVersion), orEmpty(botName)));
  }

  @Test
  void believesClientHintsMoreThanAFrozenUserAgent() {
    ClientHints windows =
        new ClientHints("\"Chromium\";v=\"140\", \"Google Chrome\";v=\"140\"", "?0", "\"Windows\"");

    Device device =
        parse(
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36",
            windows);

    assertThat(device.browser()).isEqualTo("chrome");
    assertThat(device.browserVersion()).isEqualTo("140");
    assertThat(device.os()).isEqualTo("windows");
  }

  @Test
  void knowsNothingWithoutUserAgent() {
    assertThat(parse(null, ClientHints.NONE)).isEqualTo(Device.UNKNOWN);
  }

  @Test
  void readsAnyTextWithoutComplaint() {
    for (String text :
        new String[] {" ", "\u0000", "(((", "Mozilla/5.0 (", "é🙂", "a".repeat(2048), "%s%n\\"}) {
      assertThat(parse(text, new ClientHints("???", "?", "\"")).isBot()).isIn(true, false);
    }
  }

  private static Device parse(@Nullable String userAgent, ClientHints hints) {
    return UserAgentParser.shared().parse(new Origin(null, null, null, userAgent, hints, null));
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}

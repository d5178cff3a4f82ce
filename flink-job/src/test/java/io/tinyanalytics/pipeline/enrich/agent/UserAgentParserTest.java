package io.tinyanalytics.pipeline.enrich.agent;

import static io.tinyanalytics.pipeline.enrich.agent.Agent.Kind.LIBRARY;
import static io.tinyanalytics.pipeline.enrich.agent.Agent.Kind.PERSON;
import static io.tinyanalytics.pipeline.enrich.agent.Agent.Kind.ROBOT;
import static org.assertj.core.api.Assertions.assertThat;

import io.tinyanalytics.event.ClientHints;
import io.tinyanalytics.event.Origin;
import io.tinyanalytics.pipeline.stream.Device;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UserAgentParserTest {

  private static final String CHROME =
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
          + " Chrome/140.0.0.0 Safari/537.36";

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
    assertThat(parse(userAgent, ClientHints.NONE).sender(null, false))
        .isEqualTo(
            new Device(
                type, browser, orEmpty(browserVersion), os, orEmpty(osVersion), orEmpty(botName)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          curl            | curl/8.5.0
          Wget            | Wget/1.21.3
          python-requests | python-requests/2.32.3
          Python-urllib   | Python-urllib/3.12
          python-httpx    | python-httpx/0.27.0
          axios           | axios/1.7
          node-fetch      | node-fetch/1.0 (+https://github.com/bitinn/node-fetch)
          node            | node
          okhttp          | okhttp/4.9.0
          Go-http-client  | Go-http-client/2.0
          Java            | Java/17.0.1
          libwww-perl     | libwww-perl/6.72
          PHP             | PHP/8.3.1
          GuzzleHttp      | GuzzleHttp/7
          Ruby            | Ruby
          """)
  void knowsLibrariesFromRobots(String name, String userAgent) {
    Agent agent = parse(userAgent, ClientHints.NONE);

    assertThat(agent.kind()).isEqualTo(LIBRARY);
    assertThat(agent.name()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "python-requests/2.32 AcmeBot/1.0",
        "AcmeBot/1.0 python-requests/2.32",
        "curl/8.5.0 (compatible; AcmeBot/1.0; +https://acme.example)",
        "Mozilla/5.0 (compatible; AcmeBot/1.0)",
        "Mozilla/5.0 (AcmeBot/1.0)",
        "Mozilla/5.0 (Linux; Android 6.0.1; CUBOT P60) Chrome/1 Safari/1 (compatible; AcmeBot/1.0)"
      })
  void takesForARobotWhatCallsItselfOne(String userAgent) {
    Agent agent = parse(userAgent, ClientHints.NONE);

    assertThat(agent.kind()).isEqualTo(ROBOT);
    assertThat(agent.name()).isEqualTo("AcmeBot");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CUBOT P60",
        "CUBOT_NOTE_S",
        "CUBOT",
        "SPIDER X1",
        "Robot Phone X",
        "botBrand X",
        "AcmeBot",
        "Crawler 5G",
        "CUBOT P60 Build/SP1A.210812.016"
      })
  void takesPhonesForPeople(String model) {
    String userAgent =
        "Mozilla/5.0 (Linux; Android 12; %s) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Mobile Safari/537.36"
            .formatted(model);
    ClientHints hints =
        new ClientHints("\"Chromium\";v=\"120\", \"Google Chrome\";v=\"120\"", "?1", "\"Android\"");

    assertThat(parse(userAgent, ClientHints.NONE).kind()).isEqualTo(PERSON);
    assertThat(parse(userAgent, ClientHints.NONE).device().type()).isEqualTo("mobile");
    assertThat(parse(userAgent, hints).kind()).isEqualTo(PERSON);
    assertThat(parse(userAgent, hints).device().browser()).isEqualTo("chrome");
  }

  @Test
  void knowsARobotByItsHints() {
    ClientHints hints =
        new ClientHints(
            "\"Not.A/Brand\";v=\"99\", \"HeadlessChrome\";v=\"140\"", "?0", "\"Linux\"");

    assertThat(parse(CHROME, hints)).isEqualTo(Agent.robot("HeadlessChrome"));
  }

  @Test
  void believesClientHintsMoreThanAFrozenUserAgent() {
    ClientHints windows =
        new ClientHints("\"Chromium\";v=\"140\", \"Google Chrome\";v=\"140\"", "?0", "\"Windows\"");

    Device device = parse(CHROME, windows).device();

    assertThat(device.browser()).isEqualTo("chrome");
    assertThat(device.browserVersion()).isEqualTo("140");
    assertThat(device.os()).isEqualTo("windows");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void knowsNothingWithoutUserAgent(String blank) {
    assertThat(parse(null, ClientHints.NONE)).isEqualTo(Agent.UNKNOWN);
    assertThat(parse(blank, ClientHints.NONE)).isEqualTo(Agent.UNKNOWN);
  }

  @Test
  void readsAnyTextWithoutComplaint() {
    for (String text :
        new String[] {
          "\u0000",
          "(((",
          "]",
          "()",
          ")(",
          "/",
          ";",
          "(;)",
          "Mozilla/5.0 (",
          "é🙂",
          "%s%n\\",
          "a".repeat(2048),
          "bot",
          "/bot",
          "(compatible;)",
          "+http://",
          "@",
          "Android (bot",
          "_bot_"
        }) {
      assertThat(parse(text, new ClientHints("???\"", "?", "\"")).kind()).isNotNull();
    }
  }

  private static Agent parse(@Nullable String userAgent, ClientHints hints) {
    return UserAgentParser.shared().parse(new Origin(null, null, null, userAgent, hints, null));
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}

package io.tinyanalytics.logimport;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UrlBytesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      value = {
        "/tea?q=1&r=a+b#top      → /tea?q=1&r=a+b#top",
        "/-._~:/?#[]@!$&'()*+,;= → /-._~:/?#[]@!$&'()*+,;=",
        "/a%20b%zz% → /a%20b%zz%",
        "/a b → /a%20b",
        "/\"<>\\^`{|} → /%22%3C%3E%5C%5E%60%7B%7C%7D",
        "/\u007f → /%7F",
        "/\u00c3\u00a9 → /%C3%A9",
        "/caf\u00e9 → /caf%E9",
        "/ª² → /%AA%B2",
      })
  void encodesWhatIsNoUrlCharacter(String address, String encoded) {
    assertThat(UrlBytes.encode(address)).isEqualTo(encoded);
  }

  @ParameterizedTest
  @CsvSource({
    "logo.png, logo.png",
    "logo%2Epng, logo.png",
    "logo%2epng, logo.png",
    "caf%C3%A9, café",
    "caf%E9, caf\uFFFD",
    "100%, 100%",
    "100%2, 100%2",
    "%zz%2, %zz%2",
    "%252E, %2E",
  })
  void decodes(String address, String text) {
    assertThat(UrlBytes.decode(address)).isEqualTo(text);
  }
}

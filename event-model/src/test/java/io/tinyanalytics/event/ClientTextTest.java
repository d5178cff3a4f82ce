package io.tinyanalytics.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ClientTextTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "pageview, pageview",
        "` pageview\t`, pageview",
        "`\u00a0\ufeffpage view\u3000\r\n`, page view",
        "PageView, PageView",
        "` \t`, ``",
        "``, ``"
      })
  void trimsAsJavaScriptDoes(String text, String trimmed) {
    assertThat(ClientText.trimmed(text)).isEqualTo(trimmed);
  }

  @Test
  void cutsOnlyAReferrerThatIsTooLong() {
    String start = "https://user:secret@search.example/?q=";
    String longest = "x".repeat(EventLimits.URL_LENGTH - "https://search.example/?q=".length());

    assertThat(ClientText.shortReferrer(start + longest))
        .isEqualTo("https://search.example/?q=" + longest);
    assertThat(ClientText.shortReferrer(start + longest + "x"))
        .isEqualTo("https://search.example/");
  }

  @Test
  void dropsALongReferrerThatNamesNoHost() {
    assertThat(ClientText.shortReferrer("x".repeat(EventLimits.URL_LENGTH + 1))).isEmpty();
    assertThat(ClientText.shortReferrer("https://" + "x".repeat(EventLimits.URL_LENGTH))).isEmpty();
  }
}

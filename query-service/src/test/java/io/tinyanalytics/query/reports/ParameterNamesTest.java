package io.tinyanalytics.query.reports;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tinyanalytics.query.errors.ApiException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterNamesTest {
  private final ParameterNames names =
      new ParameterNames(List.of("site_id", "from", "to", "bots", "by", "limit"));

  private void assertRefused(String name, String sentence) {
    assertThatThrownBy(() -> names.requireKnown(List.of("to", name)))
        .isInstanceOf(ApiException.class)
        .hasMessage(sentence + "; the parameters are site_id, from, to, bots, by, limit");
  }

  @Test
  void letsKnownNamesPass() {
    assertThatCode(() -> names.requireKnown(List.of("site_id", "limit")))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "bot, bots",
    "BOTS, bots",
    "siteId, site_id",
    "site, site_id",
    "form, from",
    "limits, limit",
    "To, to",
    "TO, to",
  })
  void namesTheParameterThatWasMeant(String name, String meant) {
    assertRefused(name, "a parameter is unknown (did you mean " + meant + "?)");
  }

  @ParameterizedTest
  @CsvSource({"utm_source", "period", "day", "_", "''"})
  void namesNoneThatIsUnlike(String name) {
    assertRefused(name, "a parameter is unknown");
  }

  @Test
  void tellsTheFirstOfSeveral() {
    assertThatThrownBy(() -> names.requireKnown(List.of("limits", "bot", "z")))
        .hasMessageStartingWith("a parameter is unknown (did you mean bots?);");
  }
}

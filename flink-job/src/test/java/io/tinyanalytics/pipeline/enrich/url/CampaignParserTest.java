package io.tinyanalytics.pipeline.enrich.url;

import static org.assertj.core.api.Assertions.assertThat;

import io.tinyanalytics.pipeline.stream.Campaign;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CampaignParserTest {

  @Test
  void readsAllFiveParameters() {
    assertThat(
            CampaignParser.parse(
                "utm_source=news&utm_medium=email&utm_campaign=spring&utm_term=tea&utm_content=top"))
        .isEqualTo(new Campaign("news", "email", "spring", "tea", "top"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          utm_source=news                      | news
          a=1&utm_source=news&b=2              | news
          utm_source=first&utm_source=second   | first
          utm_source=&utm_source=second        | ""
          utm_source&utm_source=second         | ""
          utm_source                           | ""
          utm_source=                          | ""
          utm_source=a=b                       | a=b
          utm_source=a%20b+c%2Bd               | a b c+d
          utm_source=b%C3%BCcher               | bücher
          utm_source=bücher                    | bücher
          utm_source=b%c3%bccher+ä             | bücher ä
          utm_source=50%+off+caf%C3%A9         | 50% off café
          utm_source=100%                      | 100%
          utm_source=x%zz                      | x%zz
          utm_source=x%2                       | x%2
          utm_source=%%41                      | %A
          utm_source=%2541                     | %41
          utm_source=%FF                       | "\uFFFD"
          utm_source=caf%E9                    | "caf\uFFFD"
          utm_source=%E2%98+x                  | "\uFFFD x"
          utm_source=%F0%9F%99%82              | "\uD83D\uDE42"
          utm_source=+\uD83D                   | " \uFFFD"
          utm_source=a;utm_medium=b            | a;utm_medium=b
          &&utm_source=news&&                  | news
          =x&utm_source=news                   | news
          utm%5Fsource=news                    | news
          %75tm_source=%6Eews                  | news
          utm_source%3Dx=y&utm_source=news     | news
          +utm_source=news                     | ""
          xutm_source=news                     | ""
          UTM_SOURCE=news                      | ""
          Utm_Source=news&utm_source=x         | x
          utm_=news                            | ""
          utm_sources=news                     | ""
          a=%26utm_source=news                 | ""
          """)
  void readsTheFirstOfEachName(String query, String source) {
    assertThat(CampaignParser.parse(query)).isEqualTo(new Campaign(source, "", "", "", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a=1", "&", "=", "%", "a=%zz", "gclid=1", "utm_id=7"})
  void findsNoCampaignWhereNoneIs(String query) {
    assertThat(CampaignParser.parse(query)).isEqualTo(Campaign.NONE);
  }
}

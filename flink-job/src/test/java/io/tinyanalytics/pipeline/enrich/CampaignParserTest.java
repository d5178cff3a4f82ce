package io.tinyanalytics.pipeline.enrich;

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
          utm_source                           | ""
          utm_source=                          | ""
          utm_source=a=b                       | a=b
          utm_source=a%20b+c                   | a b c
          utm_source=b%C3%BCcher               | bücher
          utm_source=100%                      | 100%
          utm_source=x%zz                      | x%zz
          utm_source=x%2                       | x%2
          utm_source=%FF                       | "\uFFFD"
          &&utm_source=news&&                  | news
          xutm_source=news                     | ""
          UTM_SOURCE=news                      | ""
          utm_=news                            | ""
          utm_sources=news                     | ""
          """)
  void readsTheFirstOfEachName(String query, String source) {
    assertThat(CampaignParser.parse(query)).isEqualTo(new Campaign(source, "", "", "", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a=1", "&", "=", "gclid=1", "utm_id=7"})
  void findsNoCampaignWhereNoneIs(String query) {
    assertThat(CampaignParser.parse(query)).isEqualTo(Campaign.NONE);
  }
}

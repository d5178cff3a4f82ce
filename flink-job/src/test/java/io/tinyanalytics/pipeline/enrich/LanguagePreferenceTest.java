package io.tinyanalytics.pipeline.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LanguagePreferenceTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          de-AT,de;q=0.9                 | de-AT
          da, en-gb;q=0.8, en;q=0.7      | da
          en;q=0.7, de;q=0.8             | de
          en;q=0.7, de ; q=0.8           | de
          en;q=0.8, de;q=0.8             | en
          en;Q=0.5, de;q=0.25            | en
          fr;q=0.8                       | fr
          fr;q=1.000, en                 | fr
          ', ,,en'                       | en
          ' en , de'                     | en
          *                              | ''
          '*, de;q=0.1'                  | de
          '*;q=0.5, de;q=0'              | ''
          en;q=0, de;q=0.001             | de
          en;q=0.000                     | ''
          en;q=x, de;q=0.001             | de
          en;q=2, de;q=0.5               | de
          en;q=-1, de;q=0.5              | de
          en;q=0.1234, de;q=0.1          | de
          en;q=, de;q=0.1                | de
          en;q=x                         | en
          en;level=1                     | en
          ;q=1                           | ''
          en_US, de;q=0.5                | de
          '1, ü, a b, de;q=0.5'          | de
          internationalization           | ''
          de-at                          | de-AT
          ZH-HANT-TW                     | zh-Hant-TW
          es-419                         | es-419
          SL-ROZAJ-BISKE                 | sl-rozaj-biske
          de-CH-1901                     | de-CH-1901
          en-a-bb-x-ab                   | en-a-bb-x-ab
          i-klingon                      | i-klingon
          ''                             | ''
          """)
  void prefersTheGreatestWeight(String acceptLanguage, String language) {
    assertThat(LanguagePreference.first(acceptLanguage)).isEqualTo(language);
  }
}

package io.tinyanalytics.service.sites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tinyanalytics.service.settings.SettingException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SitesFileTest {

  private final SitesFile<String> file =
      new SitesFile<>(Path.of("absent", "sites.yml"), TestEntry.class);

  @Test
  void readsEachSiteAndIgnoresKeysThatTheServiceDoesNotKnow() {
    assertThat(file.read("sites: {a: {word: x, other: {deep: 1}}, b: {word: 12}}\nmore: 1"))
        .containsEntry("a", "x")
        .containsEntry("b", "12")
        .hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                    | lists no site: add one under 'sites:'.
          '# nothing'                           | lists no site: add one under 'sites:'.
          'other: {}'                           | lists no site: add one under 'sites:'.
          'sites:'                              | lists no site: add one under 'sites:'.
          'sites: {}'                           | lists no site: add one under 'sites:'.
          'sites: {a: }'                        | site 'a' has no word.
          'sites: {ok: {word: x}, a: {}}'       | site 'a' has no word.
          'sites: {a: {word: s3cret}, a: {}}'   | is not valid: correct the YAML near line 1.
          'sites: [s3cret]'                     | is not valid: correct the YAML near line 1.
          'sites: s3cret'                       | is not valid: correct the YAML near line 1.
          'sites: {a: {word: s3cret'            | is not valid: correct the YAML near line 1.
          'sites: {a: {word: [s3cret]}}'        | is not valid: correct the YAML near line 1.
          """)
  void saysInOneSentenceWhatIsWrongAndShowsNoValue(String text, String sentence) {
    assertThatThrownBy(() -> file.read(text))
        .isInstanceOf(SettingException.class)
        .hasMessageEndingWith(sentence)
        .hasMessageContaining("the sites file " + Path.of("absent", "sites.yml"))
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void saysHowToNameAReadableFile() {
    assertThatThrownBy(file::text)
        .isInstanceOf(SettingException.class)
        .hasMessageEndingWith("cannot be read: set SITES_CONFIG_PATH to a readable file.");
  }
}

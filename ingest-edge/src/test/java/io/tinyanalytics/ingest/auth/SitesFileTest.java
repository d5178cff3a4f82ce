package io.tinyanalytics.ingest.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tinyanalytics.ingest.settings.SettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SitesFileTest {

  @TempDir Path folder;

  @Test
  void readsTheSitesOfADevelopmentMachine() {
    Sites sites = SitesFile.read(Path.of("../config/sites.dev.yml"));

    for (int n = 1; n <= 3; n++) {
      assertThat(sites.site("site-" + n))
          .contains(
              new Site(
                  ApiKey.of("dev-site-" + n + "-key"), null, "dev-site-" + n + "-server-secret"));
    }
  }

  @Test
  void takesAnEmptySecretAsNone() throws IOException {
    Sites sites = SitesFile.read(file("sites: {a: {api_key: k, hmac_secret: '', note: any}}"));

    assertThat(sites.site("a")).contains(new Site(ApiKey.of("k"), null, null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                      | holds no site: add one under 'sites:'
          'sites:'                                | holds no site: add one under 'sites:'
          'sites: {}'                             | holds no site: add one under 'sites:'
          'sites: {a: }'                          | site 'a' has no key: give it an api_key
          'sites: {a: {api_key: ""}}'             | site 'a' has no key: give it an api_key
          'sites: {a: {api_key: s}, b: {}}'       | site 'b' has no key: give it an api_key
          'sites: {a: {api_key: s}, a: {}}'       | correct the YAML near line 1
          'sites: [a]'                            | correct the YAML near line 1
          'sites: {a: {api_key: s3cret'           | correct the YAML near line 1
          """)
  void saysInOneSentenceWhatIsWrong(String content, String sentence) throws IOException {
    Path file = file(content);

    assertThatThrownBy(() -> SitesFile.read(file))
        .isInstanceOf(SettingException.class)
        .hasMessageContaining(sentence)
        .hasMessageContaining(file.toString())
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void saysHowToNameAFileThatCanBeRead() {
    assertThatThrownBy(() -> SitesFile.read(folder.resolve("absent.yml")))
        .isInstanceOf(SettingException.class)
        .hasMessageEndingWith("cannot be read: set SITES_CONFIG_PATH to one that can.");
  }

  @Test
  void printsNoSecret() {
    assertThat(new Site(ApiKey.of("key"), "hmac", "server").toString())
        .doesNotContain("key", "hmac", "server");
  }

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("sites.yml"), content);
  }
}

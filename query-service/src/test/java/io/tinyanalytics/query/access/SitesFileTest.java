package io.tinyanalytics.query.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tinyanalytics.query.errors.SettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SitesFileTest {
  @TempDir Path folder;

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("sites.yml"), content);
  }

  @Test
  void opensTheSitesOfADevelopmentMachine() {
    Sites sites = SitesFile.read(Path.of("../config/sites.dev.yml"));

    assertThat(sites.access("site-1", null)).isEqualTo(Access.PUBLIC);
    assertThat(sites.access("site-2", null)).isEqualTo(Access.PUBLIC);
    assertThat(sites.access("site-3", null)).isEqualTo(Access.PUBLIC);
    assertThat(sites.access("site-4", "dev-site-1-read-key")).isEqualTo(Access.FORBIDDEN_SITE);
  }

  @Test
  void passesOverTheKeysOfOtherServices() throws IOException {
    Sites sites =
        SitesFile.read(
            file("sites:\n  a:\n    api_key: x\n    hmac_secret: ''\n    read_key: 12345\n"));

    assertThat(sites.access("a", "12345")).isEqualTo(Access.PRIVATE);
    assertThat(sites.access("a", "x")).isEqualTo(Access.INVALID_KEY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "sites:", "sites: {}", "other: {}", "# nothing\n"})
  void refusesAFileWithoutSites(String content) throws IOException {
    Path file = file(content);

    assertThatThrownBy(() -> SitesFile.read(file))
        .isInstanceOf(SettingException.class)
        .hasMessage("The sites file " + file + " holds no site: add one under 'sites:'.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{api_key: x}", "{api_key: x, read_key: ' '}", "", "{read_key: }"})
  void letsNobodyReadASiteWithoutReadKey(String site) throws IOException {
    Sites sites = SitesFile.read(file("sites:\n  ok: {read_key: r}\n  mine: " + site + "\n"));

    assertThat(sites.access("mine", null)).isEqualTo(Access.INVALID_KEY);
    assertThat(sites.access("mine", "")).isEqualTo(Access.INVALID_KEY);
    assertThat(sites.access("mine", " ")).isEqualTo(Access.INVALID_KEY);
    assertThat(sites.access("mine", "r")).isEqualTo(Access.FORBIDDEN_SITE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sites: [",
        "sites: 5",
        "sites:\n  a: {read_key: s3cret, public_stats: perhaps}",
        "sites:\n  a: {read_key: s3cret}\n  a: {read_key: s3cret}"
      })
  void refusesWhatItCannotUnderstandAndShowsNoKey(String content) throws IOException {
    Path file = file(content);

    assertThatThrownBy(() -> SitesFile.read(file))
        .isInstanceOf(SettingException.class)
        .hasMessageStartingWith("The sites file " + file + " is not valid: correct the YAML near")
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void saysThatAFileIsNotThere() {
    Path missing = folder.resolve("missing.yml");

    assertThatThrownBy(() -> SitesFile.read(missing))
        .isInstanceOf(SettingException.class)
        .hasMessage(
            "The sites file "
                + missing
                + " cannot be read: set SITES_CONFIG_PATH to one that can.");
  }
}

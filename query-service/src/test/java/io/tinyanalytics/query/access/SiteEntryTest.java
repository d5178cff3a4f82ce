package io.tinyanalytics.query.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tinyanalytics.service.settings.SettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiteEntryTest {
  @TempDir Path folder;

  private Sites sites(String content) throws IOException {
    return Sites.in(Files.writeString(folder.resolve("sites.yml"), content)).get();
  }

  @Test
  void opensTheSitesOfADevelopmentMachine() {
    Sites sites = Sites.in(Path.of("../config/sites.dev.yml")).get();

    assertThat(sites.access("site-1", null)).isEqualTo(Access.PUBLIC);
    assertThat(sites.access("site-2", null)).isEqualTo(Access.PUBLIC);
    assertThat(sites.access("site-3", null)).isEqualTo(Access.PUBLIC);
    assertThat(sites.access("site-4", "dev-site-1-read-key")).isEqualTo(Access.FORBIDDEN_SITE);
  }

  @Test
  void ignoresTheKeysOfOtherServices() throws IOException {
    Sites sites = sites("sites:\n  a:\n    api_key: x\n    hmac_secret: ''\n    read_key: 12345\n");

    assertThat(sites.access("a", "12345")).isEqualTo(Access.PRIVATE);
    assertThat(sites.access("a", "x")).isEqualTo(Access.INVALID_KEY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{api_key: x}", "{api_key: x, read_key: ' '}", "", "{read_key: }"})
  void letsNobodyReadASiteWithoutReadKey(String site) throws IOException {
    Sites sites = sites("sites:\n  ok: {read_key: r}\n  mine: " + site + "\n");

    assertThat(sites.access("mine", null)).isEqualTo(Access.INVALID_KEY);
    assertThat(sites.access("mine", "")).isEqualTo(Access.INVALID_KEY);
    assertThat(sites.access("mine", " ")).isEqualTo(Access.INVALID_KEY);
    assertThat(sites.access("mine", "r")).isEqualTo(Access.FORBIDDEN_SITE);
  }

  @Test
  void refusesAHashThatIsNone() {
    assertThatThrownBy(() -> sites("sites: {a: {read_key: 'sha256:s3cret'}}"))
        .isInstanceOf(SettingException.class)
        .hasMessageContaining("site 'a' has an invalid read_key: write sha256: and 64")
        .hasMessageNotContaining("s3cret");
  }
}

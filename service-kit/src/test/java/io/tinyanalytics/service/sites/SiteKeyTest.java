package io.tinyanalytics.service.sites;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SiteKeyTest {

  /** What {@code printf %s key | sha256sum} prints. */
  private static final String DIGEST =
      "2c70e12b7a0646f92279f427c7b38e7334d8e5389cff167a1dc30e73f826b683";

  @Test
  void isReadFromTheFileAsItselfOrAsItsHash() {
    assertThat(SiteKey.ofFile("key")).contains(SiteKey.of("key"));
    assertThat(SiteKey.ofFile("sha256:" + DIGEST)).contains(SiteKey.of("key"));
  }

  @Test
  void isNotItsHash() {
    assertThat(SiteKey.of("sha256:" + DIGEST)).isNotEqualTo(SiteKey.of("key"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sha256:",
        "sha256:2c70",
        "sha256:2C70E12B7A0646F92279F427C7B38E7334D8E5389CFF167A1DC30E73F826B683"
      })
  void isNotReadFromAMalformedHash(String text) {
    assertThat(SiteKey.ofFile(text)).isEmpty();
  }

  @Test
  void isNeverPrinted() {
    assertThat(SiteKey.of("s3cret").toString()).doesNotContain("s3cret");
  }
}

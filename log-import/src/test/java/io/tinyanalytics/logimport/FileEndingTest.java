package io.tinyanalytics.logimport;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FileEndingTest {
  @ParameterizedTest
  @CsvSource({
    "style.css, css",
    "PHOTO.JPG, jpg",
    "doc.PDF, pdf",
    "style.css;jsessionid=A, css",
    "page;v=1.2,",
    "page.html;a=b.css, html",
    "logo%2Epng, png",
    "logo%2epn%67, png",
    "logo.p%4Eg, png",
    "site.webmanifest, webmanifest",
    "a%2Fb.exe, exe",
    "archive.tar.gz, gz",
    "app.min.js, js",
    ".env, env",
    "me@example.com, com",
    "a.abcdefghijkl, abcdefghijkl",
    "a.abcdefghijklm,",
    "v1.2,",
    "v1.2b,",
    "a.7z,",
    "a.b2, b2",
    "a.,",
    ".,",
    "..,",
    "'',",
    "tea,",
    "a.b-c,",
    "a.b_c,",
    "a.b c,",
    "a.größe,",
    "a.%67r%C3%B6,",
    "a.css%20,",
    "a.css%,",
    "a.css%3Bx,",
    "a.css%00,",
  })
  void isTheShortWordBehindTheLastDot(String segment, @Nullable String ending) {
    assertThat(FileEnding.of(segment)).isEqualTo(ending);
  }
}

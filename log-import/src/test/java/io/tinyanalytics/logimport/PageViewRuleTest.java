package io.tinyanalytics.logimport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PageViewRuleTest {

  @ParameterizedTest
  @CsvSource({
    "GET, /, 200, true",
    "GET, /tea, 204, true",
    "GET, /tea, 304, true",
    "GET, /tea, 299, true",
    "GET, /tea, 301, false",
    "GET, /tea, 404, false",
    "GET, /tea, 500, false",
    "GET, /tea, 199, false",
    "HEAD, /tea, 200, false",
    "POST, /tea, 200, false",
    "get, /tea, 200, false",
    "'', '', 200, false",
    "GET, /style.css, 200, false",
    "GET, /style.css?v=7, 200, false",
    "GET, /app.min.js, 200, false",
    "GET, /feed.xml?page=/tea, 200, false",
    "GET, /tea?file=a.css, 200, true",
    "GET, /tea?next=/style.css, 200, true",
    "GET, /style.css/, 200, true",
    "GET, /v1.2/, 200, true",
    "GET, /a.zip/tea, 200, true",
    "GET, /archive.tar.gz, 200, false",
    "GET, /.json, 200, false",
    "GET, /PHOTO.PNG, 200, true",
    "GET, /page.html, 200, true",
    "GET, /tea.css.html, 200, true",
    "GET, http://example.com/logo.svg, 200, false",
  })
  void judges(String method, String target, int status, boolean isPageView) {
    var entry = new AccessLogEntry("::1", Instant.EPOCH, method, target, status, null, null);
    assertThat(PageViewRule.isPageView(entry)).isEqualTo(isPageView);
  }
}

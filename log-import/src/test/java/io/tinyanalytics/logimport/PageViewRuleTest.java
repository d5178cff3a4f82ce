package io.tinyanalytics.logimport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PageViewRuleTest {
  private final PageViewRule rule = new PageViewRule(Set.of());

  @ParameterizedTest
  @CsvSource({
    "GET, /, 200,",
    "GET, /tea, 203,",
    "GET, /tea, 304,",
    "GET, /tea, 204, status 204",
    "GET, /tea, 206, status 206",
    "GET, /tea, 299, status 299",
    "GET, /tea, 301, status 301",
    "GET, /tea, 404, status 404",
    "GET, /tea, 500, status 500",
    "GET, /tea, 199, status 199",
    "GET, /tea, 000, status 0",
    "HEAD, /tea, 200, method HEAD",
    "POST, /tea, 200, method POST",
    "get, /tea, 200, method get",
    "'', '', 200, no HTTP request",
    "GET, *, 200, target without a path",
    "GET, index.html, 200, target without a path",
    "GET, http://www.example.org/abs, 200,",
    "GET, http://www.example.org, 200,",
    "GET, http://example.com/logo.svg, 200, ending .svg",
    "GET, /style.css, 200, ending .css",
    "GET, /style.css?v=7, 200, ending .css",
    "GET, /feed.xml?page=/tea, 200, ending .xml",
    "GET, /tea?file=a.css, 200,",
    "GET, /tea?next=/style.css, 200,",
    "GET, /tea#a.css, 200,",
    "GET, /style.css/, 200,",
    "GET, /v1.2/, 200,",
    "GET, /docs/v1.2, 200,",
    "GET, /a.zip/tea, 200,",
    "GET, /PHOTO.JPG, 200, ending .jpg",
    "GET, /doc.PDF, 200, ending .pdf",
    "GET, /style.css;jsessionid=A, 200, ending .css",
    "GET, /logo%2Epng, 200, ending .png",
    "GET, /sheet.csv, 200, ending .csv",
    "GET, /setup.exe, 200, ending .exe",
    "GET, /site.webmanifest, 200, ending .webmanifest",
    "GET, /.well-known/security.txt, 200, ending .txt",
    "GET, /tea.css.html, 200,",
    "GET, /INDEX.HTML, 200,",
    "GET, /index%2Ephp, 200,",
    "GET, /index.jsp;jsessionid=A, 200,",
  })
  void judges(String method, String target, int status, @Nullable String whyNot) {
    assertThat(rule.whyNot(entry(method, target, status))).isEqualTo(whyNot);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "html", "htm", "xhtml", "shtml", "php", "php3", "php4", "php5", "phtml", "asp", "aspx",
        "jsp", "jspx", "jsf", "do", "action", "cgi", "cfm", "pl"
      })
  void knowsTheEndingsOfPages(String ending) {
    assertThat(rule.whyNot(entry("GET", "/shop/index." + ending, 200))).isNull();
    assertThat(rule.whyNot(entry("GET", "/index.q" + ending, 200))).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({"/readme.md,", "/README.MD,", "/a.adoc,", "/a.mdx, ending .mdx", "/a.html,"})
  void takesFurtherEndings(String target, @Nullable String whyNot) {
    var more = new PageViewRule(Set.of("md", "adoc"));

    assertThat(more.whyNot(entry("GET", target, 200))).isEqualTo(whyNot);
  }

  private static AccessLogEntry entry(String method, String target, int status) {
    return new AccessLogEntry(
        "::1", Instant.EPOCH, method, RequestTarget.of(target), status, null, null);
  }
}

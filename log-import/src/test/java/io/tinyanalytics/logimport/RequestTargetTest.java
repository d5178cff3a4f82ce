package io.tinyanalytics.logimport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RequestTargetTest {
  @ParameterizedTest
  @CsvSource({
    "/, https://tea.example/, ''",
    "/green?cup=2, https://tea.example/green?cup=2, green",
    "/green#top, https://tea.example/green#top, green",
    "/a/b.html, https://tea.example/a/b.html, b.html",
    "/a.css/, https://tea.example/a.css/, ''",
    "/a?b=/c.css, https://tea.example/a?b=/c.css, a",
    "//other.example/a, https://tea.example//other.example/a, a",
    "http://www.example.org/abs, http://www.example.org/abs, abs",
    "https://www.example.org/a/logo.svg?v=1, https://www.example.org/a/logo.svg?v=1, logo.svg",
    "HTTP://WWW.EXAMPLE.ORG/abs, HTTP://WWW.EXAMPLE.ORG/abs, abs",
    "http://www.example.org, http://www.example.org, ''",
    "http://www.example.org?a.css, http://www.example.org?a.css, ''",
    "http://www.example.org:8080/x, http://www.example.org:8080/x, x",
    "'http://[2001:db8::1]/x', 'http://[2001:db8::1]/x', x",
  })
  void makesThePagesAddress(String target, String url, String lastSegment) {
    var read = Objects.requireNonNull(RequestTarget.of(target));

    assertThat(read.url("https://tea.example")).isEqualTo(url);
    assertThat(read.lastSegment()).isEqualTo(lastSegment);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "",
        "index.html",
        "www.example.org/abs",
        "www.example.org:443",
        "http:",
        "http://",
        "http:///abs",
        "http:/abs",
        "https://?q",
        "ftp://www.example.org/abs",
        "ws://www.example.org/",
        "javascript:alert(1)",
        "\\\\server\\share",
        "?q=1",
        "%2Fabs",
      })
  void knowsNoOtherForm(String target) {
    assertThat(RequestTarget.of(target)).isNull();
  }
}

package io.tinyanalytics.logimport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AccessLogParserTest {
  private static final String START = "203.0.113.9 - - [05/Mar/2024:23:59:60 +0000]";

  @Test
  void readsEveryField() {
    assertThat(
            AccessLogParser.parse(
                "203.0.113.9 - jane doe [05/Mar/2024:23:30:07 -0200] \"GET /tea?q=1 HTTP/1.1\" 200"
                    + " 4711 \"https://search.example/\" \"Firefox/140.0\""))
        .isEqualTo(
            new AccessLogEntry(
                "203.0.113.9",
                Instant.parse("2024-03-06T01:30:07Z"),
                "GET",
                new RequestTarget("/tea?q=1", false),
                200,
                "https://search.example/",
                "Firefox/140.0"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET / HTTP/1.1         | GET     | /",
        "GET /a b HTTP/1.0      | GET     | /a%20b",
        "GET /old               | GET     | /old",
        "GET  /two   HTTP/1.1   | GET     | /two",
        "OPTIONS * HTTP/1.1     | OPTIONS |",
        "CONNECT h:443 HTTP/1.1 | CONNECT |",
        "GET http://h/p HTTP/2  | GET     | http://h/p",
        "GET HTTPS://H/p HTTP/2.0 | GET   | HTTPS://H/p",
        "get / HTTP/1.1         | get     | /",
        "GET /\\\"x\\\" HTTP/1.1 | GET    | /%22x%22",
        "GET /caf\\xC3\\xA9?q=\\x22a\\x22 HTTP/1.1 | GET | /caf%C3%A9?q=%22a%22",
        "GET /caf\\xe9 HTTP/1.1 | GET     | /caf%E9",
        "GET /a\\\\b\\tc HTTP/1.1 | GET   | /a%5Cb%09c",
        "-                      | ''      |",
        "\\x16\\x03\\x01        | ''      |",
        "''                     | ''      |",
      })
  void readsMethodAndTarget(String request, String method, @Nullable String target) {
    var entry = parsed(line(request, "-", "-"));

    assertThat(entry.method()).isEqualTo(method);
    assertThat(entry.target() == null ? null : entry.target().text()).isEqualTo(target);
  }

  @ParameterizedTest
  @CsvSource({
    "-, -", "'', ''",
  })
  void takesHyphenAndNothingAsAbsent(String referrer, String userAgent) {
    var entry = parsed(line("GET / HTTP/1.1", referrer, userAgent));
    assertThat(entry.referrer()).isNull();
    assertThat(entry.userAgent()).isNull();
  }

  @Test
  void undoesEscapesInEveryField() {
    var entry = parsed(line("GET / HTTP/1.1", "http://h/\\xe4 \\x22", "A \\\"B\\\" \\xc3\\xa4"));

    assertThat(entry.referrer()).isEqualTo("http://h/%E4%20%22");
    assertThat(entry.userAgent()).isEqualTo("A \"B\" ä");
  }

  @Test
  void readsBytesThatAreNotEscaped() {
    var utf8 = new String("caf\u00e9".getBytes(UTF_8), ISO_8859_1);
    var entry = parsed(line("GET /" + utf8 + " HTTP/1.1", "http://h/" + utf8, utf8 + "\u0085"));

    assertThat(entry.target()).isEqualTo(new RequestTarget("/caf%C3%A9", false));
    assertThat(entry.referrer()).isEqualTo("http://h/caf%C3%A9");
    assertThat(entry.userAgent()).isEqualTo("caf\u00e9\uFFFD");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%s",
        "%s \"203.0.113.7, 10.0.0.1\"",
        "%s 0.003 shop.example",
      })
  void acceptsFurtherFields(String form) {
    assertThat(AccessLogParser.parse(form.formatted(line("GET / HTTP/1.1", "-", "-")))).isNotNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2001:db8::1 - - [05/Mar/2024:10:00:00 +0000] \"GET / HTTP/1.1\" 200 - \"-\" \"-\"",
        "host.example - - [05/Mar/2024:10:00:00 +0000] \"GET / HTTP/1.1\" 304 0 \"-\" \"-\"",
        "www.example.com:443 203.0.113.9 - - [05/Mar/2024:10:00:00 +0000] \"GET / HTTP/1.1\" 200 1 \"-\" \"-\"",
        "::1 - a [b] c [05/Mar/2024:10:00:00 +0000] \"GET / HTTP/1.1\" 200 1 \"-\" \"[\"",
      })
  void acceptsAddressesNamesAndUsersOfAnyForm(String line) {
    assertThat(AccessLogParser.parse(line)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "hello",
        "203.0.113.9 - - [05/Mar/2024:10:00:00 +0000] \"GET / HTTP/1.1\" 200 1",
        "203.0.113.9 - - [05/Mar/2024:10:00:00 +0000] \"GET / HTTP/1.1\" 200 1 \"-\" \"cut off",
        "203.0.113.9 - - [05/Mar/2024:10:00:00 +0000] \"GET / HTTP/1.1\" 200 1 \"-\" \"odd\\\"",
        "203.0.113.9 - - [05/Mar/2024:10:00:00 +0000] \"GET / HTTP/1.1\" abc 1 \"-\" \"-\"",
        "203.0.113.9 - - [31/Feb/2024:10:00:00 +0000] \"GET / HTTP/1.1\" 200 1 \"-\" \"-\"",
        "203.0.113.9 - - [05/Mrz/2024:10:00:00 +0000] \"GET / HTTP/1.1\" 200 1 \"-\" \"-\"",
        "203.0.113.9 - - [05/Mar/2024 10:00:00] \"GET / HTTP/1.1\" 200 1 \"-\" \"-\"",
        "203.0.113.9 - - [01/Jan/1970:00:00:00 +0000] \"GET / HTTP/1.1\" 200 1 \"-\" \"-\"",
        START + " \"GET / HTTP/1.1\" 200 1 \"-\" \"-\"",
      })
  void refusesMalformedLines(String line) {
    assertThat(AccessLogParser.parse(line)).isNull();
  }

  @Test
  void endsOnLongLinesOfBackslashesAndBrackets() {
    assertThat(AccessLogParser.parse("a b " + "\\\"[x] \"".repeat(8_000))).isNull();
    assertThat(AccessLogParser.parse(line("GET / HTTP/1.1", "-", "\\\\".repeat(30_000))))
        .isNotNull();
  }

  private static AccessLogEntry parsed(String line) {
    return Objects.requireNonNull(AccessLogParser.parse(line));
  }

  private static String line(String request, String referrer, String userAgent) {
    return "203.0.113.9 - - [05/Mar/2024:10:00:00 +0000] \"%s\" 200 1 \"%s\" \"%s\""
        .formatted(request, referrer, userAgent);
  }
}

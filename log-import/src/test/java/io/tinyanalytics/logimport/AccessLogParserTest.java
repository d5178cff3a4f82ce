package io.tinyanalytics.logimport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Objects;
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
                "/tea?q=1",
                200,
                "https://search.example/",
                "Firefox/140.0"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET / HTTP/1.1        | GET     | /",
        "GET /a b HTTP/1.0     | GET     | /a b",
        "GET /old              | GET     | /old",
        "OPTIONS * HTTP/1.1    | OPTIONS | *",
        "GET http://h/p HTTP/2 | GET     | http://h/p",
        "get / HTTP/1.1        | get     | /",
        "GET /\\\"x\\\" HTTP/1.1 | GET   | /\\\"x\\\"",
        "-                     | ''      | ''",
        "\\x16\\x03\\x01       | ''      | ''",
        "''                    | ''      | ''",
      })
  void takesMethodAndTargetAsLogged(String request, String method, String target) {
    var entry = parsed(line(request, "-", "-"));
    assertThat(entry.method()).isEqualTo(method);
    assertThat(entry.target()).isEqualTo(target);
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
  void undoesEscapesOfTheUserAgentOnly() {
    var entry = parsed(line("GET / HTTP/1.1", "http://\\xe4/", "A \\\"B\\\" \\xc3\\xa4"));
    assertThat(entry.referrer()).isEqualTo("http://\\xe4/");
    assertThat(entry.userAgent()).isEqualTo("A \"B\" ä");
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

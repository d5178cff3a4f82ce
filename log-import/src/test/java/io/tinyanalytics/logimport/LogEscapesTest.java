package io.tinyanalytics.logimport;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LogEscapesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "plain              | plain",
        "a \\\"b\\\" c      | a \"b\" c",
        "a\\\\b             | a\\b",
        "a\\x5Cb            | a\\b",
        "\\x22q\\x22        | \"q\"",
        "caf\\xC3\\xA9      | café",
        "caf\\xc3\\xa9      | café",
        "\\xf0\\x9f\\x8d\\xb5 | 🍵",
        "\\\\x41            | \\x41",
        "\\q \\xg1 \\x4     | \\q \\xg1 \\x4",
        "\\u00e9            | \\u00e9",
        "end\\              | end\\",
        "end\\x             | end\\x",
      })
  void undoes(String logged, String meant) {
    assertThat(UrlBytes.utf8(LogEscapes.undo(logged))).isEqualTo(meant);
  }

  @Test
  void undoesTheLettersOfC() {
    assertThat(LogEscapes.undo("\\a\\b\\t\\n\\v\\f\\r")).isEqualTo("\u0007\b\t\n\u000b\f\r");
  }

  @Test
  void keepsBytesThatAreNoUtf8() {
    assertThat(LogEscapes.undo("caf\\xE9")).isEqualTo("caf\u00e9");
  }
}

package io.tinyanalytics.logimport;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LogEscapesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "plain ä            | plain ä",
        "say \\\"hi\\\"     | say \"hi\"",
        "C:\\\\x41          | C:\\x41",
        "\\x41\\xC3\\xa4    | Aä",
        "\\xff              | \uFFFD",
        "\\xf0\\x9f\\x8d\\xb5 | 🍵",
        "\\q \\xg1 \\x4     | \\q \\xg1 \\x4",
        "end\\              | end\\",
      })
  void undoes(String logged, String meant) {
    assertThat(LogEscapes.undo(logged)).isEqualTo(meant);
  }
}

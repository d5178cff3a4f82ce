package io.tinyanalytics.stack.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SqlStatementsTest {
  @Test
  void endAtASemicolonAtTheEndOfALine() {
    assertThat(SqlStatements.of("SELECT 1;\nSELECT ';', 2\nFROM t; \n\nSELECT 3"))
        .containsExactly("SELECT 1", "SELECT ';', 2\nFROM t", "SELECT 3");
  }

  @Test
  void areNotMadeOfCommentsAlone() {
    assertThat(SqlStatements.of("-- why\nSELECT 1;\n-- the end\n"))
        .containsExactly("-- why\nSELECT 1");
  }
}

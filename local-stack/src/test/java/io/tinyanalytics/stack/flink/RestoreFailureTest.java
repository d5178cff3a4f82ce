package io.tinyanalytics.stack.flink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RestoreFailureTest {
  private static final String MISSING_FILE =
      """
      java.lang.Exception: Exception while creating StreamOperatorStateContext.
      Caused by: org.apache.flink.util.FlinkException: Could not restore keyed state backend
      \tat org.apache.flink.streaming.api.operators.BackendRestorerProcedure.createAndRestore
      Caused by: java.io.FileNotFoundException: /shared/1 (No such file or directory)
      \tat java.base/java.io.FileInputStream.open0(Native Method)
      """;

  @Test
  void isSeenInTheStackTraceOfAMissingStateFile() {
    assertThat(RestoreFailure.in(List.of("java.net.ConnectException", MISSING_FILE))).isTrue();
  }

  @Test
  void isNotSeenWhereAServerIsAway() {
    assertThat(RestoreFailure.in(List.of("java.net.ConnectException: Connection refused")))
        .isFalse();
  }

  @Test
  void isToldByItsInnermostCause() {
    assertThat(RestoreFailure.cause(MISSING_FILE))
        .isEqualTo("java.io.FileNotFoundException: /shared/1 (No such file or directory)");
    assertThat(RestoreFailure.cause("alone")).isEqualTo("alone");
  }
}

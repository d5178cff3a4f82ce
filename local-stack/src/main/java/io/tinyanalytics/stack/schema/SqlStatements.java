package io.tinyanalytics.stack.schema;

import java.util.List;
import java.util.stream.Stream;

/** Splits a schema file into its statements: each ends with a semicolon at the end of a line. */
final class SqlStatements {
  private SqlStatements() {}

  static List<String> of(String file) {
    return Stream.of(file.split(";[ \\t]*(\\R|$)"))
        .map(String::strip)
        .filter(SqlStatements::saysSomething)
        .toList();
  }

  private static boolean saysSomething(String statement) {
    return statement.lines().map(String::strip).anyMatch(l -> !l.isEmpty() && !l.startsWith("--"));
  }
}

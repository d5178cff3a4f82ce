package io.tinyanalytics.bench.insert;

/** A format in which ClickHouse accepts rows, with ClickHouse's name for it. */
enum RowFormat {
  /** The columnar format that the job sends. */
  NATIVE("Native"),
  ROW_BINARY("RowBinary"),
  JSON_EACH_ROW("JSONEachRow");

  private final String word;

  RowFormat(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }
}

package io.tinyanalytics.bench.insert;

/** A format in which ClickHouse takes rows, by ClickHouse's name. */
enum RowFormat {
  /** What the job sends: columns. */
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

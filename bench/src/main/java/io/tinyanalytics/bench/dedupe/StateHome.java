package io.tinyanalytics.bench.dedupe;

/** Where Flink keeps the state. */
enum StateHome {
  ROCKSDB("rocksdb", "RocksDB"),
  HEAP("hashmap", "heap");

  private final String setting;
  private final String title;

  StateHome(String setting, String title) {
    this.setting = setting;
    this.title = title;
  }

  /** How Flink's setting names it. */
  String setting() {
    return setting;
  }

  String title() {
    return title;
  }
}

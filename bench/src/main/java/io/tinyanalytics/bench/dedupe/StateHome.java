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

  /** The value of Flink's setting. */
  String setting() {
    return setting;
  }

  String title() {
    return title;
  }
}

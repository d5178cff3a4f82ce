package io.tinyanalytics.pipeline.store.batch;

/** The tables that the store fills. */
public enum StoreTable {
  /** Holds each accepted event once. */
  EVENTS(1, "events"),
  /** Holds each message that is not an event, with the reason. */
  DISCARDS(2, "discards");

  private final int id;
  private final String tableName;

  StoreTable(int id, String tableName) {
    this.id = id;
    this.tableName = tableName;
  }

  /**
   * The table with this id.
   *
   * @throws IllegalArgumentException if there is none
   */
  static StoreTable ofId(int id) {
    for (StoreTable table : values()) {
      if (table.id == id) {
        return table;
      }
    }
    throw new IllegalArgumentException("no table has the id " + id);
  }

  /** Identifies the table in checkpoints, so it must never change. */
  int id() {
    return id;
  }

  /** The table's name in ClickHouse. */
  public String tableName() {
    return tableName;
  }
}

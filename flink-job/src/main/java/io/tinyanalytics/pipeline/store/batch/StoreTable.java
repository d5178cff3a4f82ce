package io.tinyanalytics.pipeline.store.batch;

/** The tables that the store fills. */
public enum StoreTable {
  /** Each accepted event once. */
  EVENTS(1, "events"),
  /** Each message that is no event, with its reason. */
  DISCARDS(2, "discards");

  private final int id;
  private final String tableName;

  StoreTable(int id, String tableName) {
    this.id = id;
    this.tableName = tableName;
  }

  /**
   * The table of this id.
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

  /** Names the table in checkpoints, and never changes. */
  int id() {
    return id;
  }

  /** The table's name in ClickHouse. */
  public String tableName() {
    return tableName;
  }
}

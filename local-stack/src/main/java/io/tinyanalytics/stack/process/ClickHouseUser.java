package io.tinyanalytics.stack.process;

/**
 * The account for requests to ClickHouse.
 *
 * @param name the user name; {@code default} exists in every ClickHouse
 * @param password empty for none
 */
public record ClickHouseUser(String name, String password) {
  /** The account that the local ClickHouse accepts without further settings. */
  public static final ClickHouseUser DEFAULT = new ClickHouseUser("default", "");

  public ClickHouseUser {
    if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
      throw new IllegalArgumentException(
          "CLICKHOUSE_USER must be letters, digits and underscores, not \"" + name + "\".");
    }
  }
}

package io.tinyanalytics.stack.schema;

/**
 * A projection that not every part of its table has yet.
 *
 * @param parts how many parts with rows lack it, at least one
 * @param of how many parts with rows the table has
 * @param failure why ClickHouse could not add it so far; empty if it did not fail
 */
public record MissingProjection(String table, String name, long parts, long of, String failure) {

  /** One line for the operator. */
  public String line() {
    return "projection %s: %d of %d parts left%s"
        .formatted(name, parts, of, failure.isEmpty() ? "" : ", ClickHouse says: " + failure);
  }
}

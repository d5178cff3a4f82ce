package io.tinyanalytics.pipeline.history;

import io.tinyanalytics.pipeline.clickhouse.PatientReader;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Checks that the tables fulfil the conditions for exactly-once storage. */
final class RequiredTables {

  private static final List<String> NAMES = List.of("events", "discards");

  /**
   * Reads which tables remember tokens. Replicated tables have their own deduplication window. It
   * is on by default, so it is not checked.
   */
  private static final String REMEMBER_TOKENS =
      """
      WITH extract(engine_full, 'non_replicated_deduplication_window = (\\d+)') AS own,
        (SELECT any(value) FROM system.merge_tree_settings WHERE name = 'non_replicated_deduplication_window') AS everywhere
      SELECT name, match(engine, '^(Replicated|Shared)') OR toUInt64OrZero(if(own != '', own, ifNull(everywhere, ''))) > 0
      FROM system.tables WHERE database = currentDatabase()""";

  private RequiredTables() {}

  /**
   * Checks that both tables exist and remember the tokens of inserts.
   *
   * @throws IllegalStateException if a table does not exist or forgets tokens; the message is one
   *     sentence
   */
  static void require(PatientReader clickHouse) {
    Map<String, Boolean> tables =
        clickHouse.list(REMEMBER_TOKENS, row -> Map.entry(row.string(), row.bool())).stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    for (String name : NAMES) {
      Boolean remembersTokens = tables.get(name);
      if (remembersTokens == null) {
        throw new IllegalStateException(
            "ClickHouse has no table %s in the database of CLICKHOUSE_DSN: apply the files of deployments/clickhouse/schema"
                .formatted(name));
      }
      if (!remembersTokens) {
        throw new IllegalStateException(
            "The table %s forgets the tokens of inserts, so a retry could store rows twice: run ALTER TABLE %s MODIFY SETTING non_replicated_deduplication_window = 10000"
                .formatted(name, name));
      }
    }
  }
}

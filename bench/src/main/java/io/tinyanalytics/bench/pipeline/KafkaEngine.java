package io.tinyanalytics.bench.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tinyanalytics.bench.stack.BenchStack;
import io.tinyanalytics.stack.schema.ClickHouseHttp;
import java.io.IOException;
import java.util.Objects;
import java.util.function.LongConsumer;

/**
 * The peer: ClickHouse's own Kafka table engine, with a view that enriches events as the seed did.
 */
final class KafkaEngine {
  static final String DATABASE = "peer";
  static final String TABLE = "events";

  private final ClickHouseHttp clickHouse;

  private KafkaEngine(ClickHouseHttp clickHouse) {
    this.clickHouse = clickHouse;
  }

  /** Reads the whole topic and then stops reading. */
  static RowCurve read(BenchStack stack, long events, LongConsumer seen) throws IOException {
    var engine = new KafkaEngine(stack.clickHouse());
    engine.define(stack.settings().brokers(), stack.settings().topic());
    var curve = RowCurve.watch(engine::rows, events, seen);
    engine.clickHouse.execute("DROP TABLE peer.enrich SYNC");
    engine.clickHouse.execute("DROP TABLE peer.topic SYNC");
    return curve;
  }

  private void define(String brokers, String topic) throws IOException {
    for (var statement : statements().split(";\\R", -1)) {
      if (!statement.isBlank()) {
        clickHouse.execute(statement.replace("{brokers}", brokers).replace("{topic}", topic));
      }
    }
  }

  private long rows() throws IOException {
    return Long.parseLong(clickHouse.execute("SELECT count() FROM peer.events").strip());
  }

  private static String statements() throws IOException {
    try (var in = KafkaEngine.class.getResourceAsStream("kafka-engine.sql")) {
      return new String(Objects.requireNonNull(in, "kafka-engine.sql").readAllBytes(), UTF_8);
    }
  }
}

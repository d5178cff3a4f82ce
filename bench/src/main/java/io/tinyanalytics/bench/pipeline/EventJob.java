package io.tinyanalytics.bench.pipeline;

import io.tinyanalytics.bench.stack.BenchStack;
import io.tinyanalytics.stack.schema.ClickHouseHttp;
import java.io.IOException;
import java.util.function.LongConsumer;

/** The product's job on a separate Flink cluster, started without state. */
final class EventJob {
  static final String DATABASE = "analytics";

  private EventJob() {}

  /** Reads the whole topic and then stops Flink. The curve begins when the job is submitted. */
  static RowCurve read(BenchStack stack, long events, LongConsumer seen) throws IOException {
    stack.startFlink();
    stack.submitJob();
    var clickHouse = stack.clickHouse();
    var curve = RowCurve.watch(() -> rows(clickHouse), events, seen);
    stack.killFlink();
    return curve;
  }

  /** The rows of both tables. Each message becomes one row in one of them. */
  private static long rows(ClickHouseHttp clickHouse) throws IOException {
    return Long.parseLong(
        clickHouse
            .execute(
                """
                SELECT (SELECT count() FROM analytics.events)
                    + (SELECT count() FROM analytics.discards)""")
            .strip());
  }
}

package io.tinyanalytics.bench.pipeline;

import io.tinyanalytics.bench.stack.BenchStack;
import io.tinyanalytics.stack.schema.ClickHouseHttp;
import java.io.IOException;
import java.util.function.LongConsumer;

/** Our job, on a Flink cluster of its own, started without state. */
final class EventJob {
  static final String DATABASE = "analytics";

  private EventJob() {}

  /** Reads the whole topic, and ends Flink. The curve begins with the job's submission. */
  static RowCurve read(BenchStack stack, long events, LongConsumer seen) throws IOException {
    stack.startFlink();
    stack.submitJob();
    var clickHouse = stack.clickHouse();
    var curve = RowCurve.watch(() -> rows(clickHouse), events, seen);
    stack.killFlink();
    return curve;
  }

  /** Of both tables: each message becomes one row of either. */
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

package io.tinyanalytics.pipeline.admit;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;

/**
 * How long an event id stays used up. The horizon compares the times at which Kafka appended two
 * messages, so an outage of the job does not shorten it. A copy that arrives after the horizon is a
 * new event: it is stored and counted.
 *
 * @param length the horizon; at least one minute and at most 365 days
 */
public record DedupeHorizon(Duration length) implements Serializable {

  /** The longest time the job may be down without forgetting an id too early. */
  private static final Duration LONGEST_OUTAGE = Duration.ofDays(7);

  private static final Duration SHORTEST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofDays(365);

  private static final long FILTER_CLOCK_EVERY_ENTRIES = 1000;

  public DedupeHorizon {
    if (length.compareTo(SHORTEST) < 0 || length.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("DEDUPE_HORIZON must lie between PT1M and P365D");
    }
  }

  /**
   * Whether a message appended at {@code copyMillis} can be a copy of one at {@code firstMillis}.
   */
  boolean covers(long firstMillis, long copyMillis) {
    return copyMillis - firstMillis < length.toMillis();
  }

  /**
   * Stored events from this time on are needed to judge the messages Kafka may still hold at {@code
   * now}.
   */
  Instant earliestNeeded(Instant now) {
    return now.minus(length).minus(LONGEST_OUTAGE);
  }

  /**
   * The state of one key. Its time to live only frees space: it exceeds the horizon, so that no key
   * expires too early.
   */
  ValueStateDescriptor<byte[]> state() {
    ValueStateDescriptor<byte[]> seen =
        new ValueStateDescriptor<>("seen", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);
    seen.enableTimeToLive(
        StateTtlConfig.newBuilder(length.plus(LONGEST_OUTAGE))
            .setUpdateType(StateTtlConfig.UpdateType.OnCreateAndWrite)
            .setStateVisibility(StateTtlConfig.StateVisibility.ReturnExpiredIfNotCleanedUp)
            .cleanupInRocksdbCompactFilter(FILTER_CLOCK_EVERY_ENTRIES)
            .build());
    return seen;
  }
}

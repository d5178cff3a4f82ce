package io.tinyanalytics.pipeline.sessionize;

import java.io.Serializable;
import java.time.Duration;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * How long visits and visitors are remembered. The horizon compares the times at which Kafka
 * appended two messages, so an outage of the job does not shorten it. The figures of visits are
 * exact for events that Kafka appended within this time of each other.
 *
 * @param length the horizon; at least one hour and at most seven days
 */
public record VisitHorizon(Duration length) implements Serializable {

  /** The longest time the job may be down without forgetting a visit too early. */
  private static final Duration LONGEST_OUTAGE = Duration.ofDays(7);

  private static final Duration SHORTEST = Duration.ofHours(1);
  private static final Duration LONGEST = Duration.ofDays(7);

  private static final long FILTER_CLOCK_EVERY_ENTRIES = 1000;

  public VisitHorizon {
    if (length.compareTo(SHORTEST) < 0 || length.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("VISIT_HORIZON must lie between PT1H and P7D");
    }
  }

  /** The state of each visitor, by the visitor. */
  MapStateDescriptor<Long, byte[]> visitors() {
    MapStateDescriptor<Long, byte[]> visitors =
        new MapStateDescriptor<>(
            "visitors", Types.LONG, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);
    visitors.enableTimeToLive(timeToLive());
    return visitors;
  }

  /**
   * What did not fit into the days of visitors: hashes, and when Kafka appended the first message
   * with each, in milliseconds since the epoch.
   */
  MapStateDescriptor<Long, Long> seen() {
    MapStateDescriptor<Long, Long> seen = new MapStateDescriptor<>("seen", Types.LONG, Types.LONG);
    seen.enableTimeToLive(timeToLive());
    return seen;
  }

  /** Only frees space: it exceeds the horizon, so that no visit expires too early. */
  private StateTtlConfig timeToLive() {
    return StateTtlConfig.newBuilder(length.plus(LONGEST_OUTAGE))
        .setUpdateType(StateTtlConfig.UpdateType.OnCreateAndWrite)
        .setStateVisibility(StateTtlConfig.StateVisibility.ReturnExpiredIfNotCleanedUp)
        .cleanupInRocksdbCompactFilter(FILTER_CLOCK_EVERY_ENTRIES)
        .build();
  }
}

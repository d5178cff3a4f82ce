package io.tinyanalytics.query.reports;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How fresh an answer is. Both values are null if this is not known.
 *
 * @param dataAsOf every event accepted before this instant is counted; ISO-8601 in UTC
 * @param lagSeconds the seconds between {@code dataAsOf} and the time of the answer; at least 0
 */
public record Meta(
    @JsonProperty("data_as_of") @Nullable String dataAsOf,
    @JsonProperty("lag_seconds") @Nullable Double lagSeconds) {

  private static final Meta UNKNOWN = new Meta(null, null);
  private static final double MILLIS = 1_000.0;
  private static final DateTimeFormatter TO_THE_MILLISECOND =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

  /** {@code dataAsOf} comes from another clock, which may be ahead. In that case the lag is 0. */
  static Meta of(@Nullable Instant dataAsOf, Instant now) {
    if (dataAsOf == null) {
      return UNKNOWN;
    }
    long lag = Math.max(0, now.toEpochMilli() - dataAsOf.toEpochMilli());
    return new Meta(TO_THE_MILLISECOND.format(dataAsOf), lag / MILLIS);
  }
}

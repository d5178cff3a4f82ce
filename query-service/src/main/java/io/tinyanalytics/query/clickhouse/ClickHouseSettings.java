package io.tinyanalytics.query.clickhouse;

import io.dropwizard.util.Duration;
import io.dropwizard.validation.DurationRange;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.concurrent.TimeUnit;

/**
 * Where ClickHouse is, and the limits for queries.
 *
 * @param dsn a JDBC URL; its options override the settings here
 * @param password empty if the user has none
 * @param timeout the maximum duration of a query, including the time it waits
 * @param maxConcurrentQueries how many queries may run at the same time
 * @param maxWaitingQueries how many more queries may wait; further ones are refused
 */
public record ClickHouseSettings(
    @NotNull String dsn,
    @NotBlank String user,
    @NotNull String password,
    @NotNull
        @DurationRange(
            min = 1,
            max = 60,
            unit = TimeUnit.SECONDS,
            message = "must be between 1s and 60s")
        Duration timeout,
    @Min(value = 1, message = "must be between 1 and 64")
        @Max(value = 64, message = "must be between 1 and 64")
        int maxConcurrentQueries,
    @Min(value = 1, message = "must be between 1 and 1000")
        @Max(value = 1000, message = "must be between 1 and 1000")
        int maxWaitingQueries) {

  @Override
  public String toString() {
    return "ClickHouseSettings[timeout=" + timeout + "]";
  }
}

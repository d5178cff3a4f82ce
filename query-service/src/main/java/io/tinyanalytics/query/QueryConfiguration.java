package io.tinyanalytics.query;

import io.dropwizard.core.Configuration;
import io.tinyanalytics.query.clickhouse.ClickHouseSettings;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

/**
 * The settings of {@code config/query-service.yml}. That file explains each setting and its
 * default.
 */
final class QueryConfiguration extends Configuration {
  @NotBlank private final String sites;
  @NotBlank private final String corsAllowOrigins;
  @Valid @NotNull private final ClickHouseSettings clickhouse;

  @Min(value = 0, message = "must be between 0 and 10000000")
  @Max(value = 10_000_000, message = "must be between 0 and 10000000")
  private final long cachedFigures;

  QueryConfiguration(
      String sites, String corsAllowOrigins, ClickHouseSettings clickhouse, long cachedFigures) {
    this.sites = sites;
    this.corsAllowOrigins = corsAllowOrigins;
    this.clickhouse = clickhouse;
    this.cachedFigures = cachedFigures;
  }

  String sites() {
    return sites;
  }

  String corsAllowOrigins() {
    return corsAllowOrigins;
  }

  ClickHouseSettings clickhouse() {
    return clickhouse;
  }

  /** The maximum number of figures kept in memory; 0 keeps none. */
  long cachedFigures() {
    return cachedFigures;
  }
}

package io.tinyanalytics.query.health;

import com.codahale.metrics.health.HealthCheck;
import io.tinyanalytics.query.clickhouse.ClickHouseClient;
import java.sql.SQLException;

/** Asks ClickHouse for nothing from the tables, which fails unless they could be read. */
public final class ClickHouseHealthCheck extends HealthCheck {
  private final ClickHouseClient client;

  public ClickHouseHealthCheck(ClickHouseClient client) {
    this.client = client;
  }

  @Override
  protected Result check() {
    try {
      client.checkReadable();
      return Result.healthy();
    } catch (SQLException failure) {
      return Result.unhealthy("The tables cannot be read.");
    }
  }
}

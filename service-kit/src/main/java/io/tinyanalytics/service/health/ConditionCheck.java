package io.tinyanalytics.service.health;

import static java.util.Objects.requireNonNull;

import com.codahale.metrics.health.HealthCheck;
import java.util.function.BooleanSupplier;

/** A health check that holds or does not. */
public final class ConditionCheck extends HealthCheck {

  private final BooleanSupplier condition;
  private final String otherwise;

  /**
   * Names the condition.
   *
   * @param otherwise what is wrong while it does not hold
   */
  public ConditionCheck(BooleanSupplier condition, String otherwise) {
    this.condition = requireNonNull(condition, "condition is null");
    this.otherwise = requireNonNull(otherwise, "otherwise is null");
  }

  @Override
  protected Result check() {
    return condition.getAsBoolean() ? Result.healthy() : Result.unhealthy(otherwise);
  }
}

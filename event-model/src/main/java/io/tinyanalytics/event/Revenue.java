package io.tinyanalytics.event;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/**
 * An amount of money that an event brought in, or cost if it is negative.
 *
 * @param units the amount in ten-thousandths of the currency, at most {@link #MOST_UNITS} in either
 *     direction
 * @param currency three capital letters, as ISO 4217 has them
 */
public record Revenue(long units, String currency) {

  /** How many decimals of an amount are kept. */
  public static final int DECIMALS = 4;

  /** The largest amount that ClickHouse's type Decimal(18, 4) can hold. */
  public static final long MOST_UNITS = 999_999_999_999_999_999L;

  public Revenue {
    requireNonNull(currency, "currency is null");
    if (Math.abs(units) > MOST_UNITS) {
      throw new IllegalArgumentException("the amount is too large");
    }
  }

  /** The amount as a decimal number without needless zeros, such as {@code 12.5}. */
  public String amount() {
    return BigDecimal.valueOf(units, DECIMALS).stripTrailingZeros().toPlainString();
  }
}

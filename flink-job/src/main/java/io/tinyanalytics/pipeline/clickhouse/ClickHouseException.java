package io.tinyanalytics.pipeline.clickhouse;

import java.io.IOException;

/** ClickHouse answered with an error. */
public final class ClickHouseException extends IOException {

  private static final long serialVersionUID = 1L;

  private final int code;

  ClickHouseException(int code, String message) {
    super(message);
    this.code = code;
  }

  /** ClickHouse's own error code, or 0 if the response contained none. */
  public int code() {
    return code;
  }
}

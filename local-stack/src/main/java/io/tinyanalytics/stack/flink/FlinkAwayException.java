package io.tinyanalytics.stack.flink;

import java.io.IOException;

/**
 * The JobManager gave no usable answer: it is starting, stopping, or does not have the data yet.
 */
public final class FlinkAwayException extends IOException {
  FlinkAwayException(String message) {
    super(message);
  }

  FlinkAwayException(String message, IOException cause) {
    super(message, cause);
  }
}

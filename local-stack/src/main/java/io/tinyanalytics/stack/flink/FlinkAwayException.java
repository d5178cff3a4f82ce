package io.tinyanalytics.stack.flink;

import java.io.IOException;

/** The JobManager gave no usable answer just now: it starts, ends, or knows too little yet. */
public final class FlinkAwayException extends IOException {
  FlinkAwayException(String message) {
    super(message);
  }

  FlinkAwayException(String message, IOException cause) {
    super(message, cause);
  }
}

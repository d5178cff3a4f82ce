package io.tinyanalytics.logimport;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a log comes from.
 *
 * @param file null for standard input
 */
record LogSource(@Nullable Path file) {
  /** As it is called in messages. */
  String name() {
    return file == null ? "Standard input" : file.toString();
  }
}

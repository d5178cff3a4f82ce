package io.tinyanalytics.bench.edge;

import java.io.IOException;

/** A part of a measurement. */
@FunctionalInterface
interface Step {
  void run() throws IOException;
}

package io.tinyanalytics.e2e.watch;

import java.util.OptionalDouble;

/**
 * A metric, and how it moves when a fault has an effect.
 *
 * @param label a label that must be present; empty for any
 * @param bound the threshold of {@link Movement#REACHES}; 0 for other movements
 */
public record Signal(
    Endpoint endpoint, String metric, String label, Movement movement, double bound) {

  /** How a metric moves. */
  public enum Movement {
    /** A counter rises. A counter that falls belongs to a process that was restarted. */
    RISES,
    /** A histogram counts an observation that is longer than the bucket in the label. */
    SLOWS,
    /** The value at the end differs from the value at the start, whatever it was in between. */
    CHANGES,
    /** The value reaches the threshold at least once. */
    REACHES,
    /** The endpoint does not answer. */
    FALLS_SILENT
  }

  static Signal rises(Endpoint endpoint, String metric) {
    return rises(endpoint, metric, "");
  }

  static Signal rises(Endpoint endpoint, String metric, String label) {
    return new Signal(endpoint, metric, label, Movement.RISES, 0);
  }

  static Signal changes(Endpoint endpoint, String metric) {
    return changes(endpoint, metric, "");
  }

  static Signal changes(Endpoint endpoint, String metric, String label) {
    return new Signal(endpoint, metric, label, Movement.CHANGES, 0);
  }

  static Signal reaches(Endpoint endpoint, String metric, String label, double bound) {
    return new Signal(endpoint, metric, label, Movement.REACHES, bound);
  }

  static Signal slows(Endpoint endpoint, String histogram, String seconds) {
    return new Signal(endpoint, histogram, "le=\"" + seconds + "\"", Movement.SLOWS, 0);
  }

  static Signal silent(Endpoint endpoint) {
    return new Signal(endpoint, "up", "", Movement.FALLS_SILENT, 0);
  }

  OptionalDouble value(Exposition exposition) {
    return switch (movement) {
      case FALLS_SILENT -> OptionalDouble.of(1);
      case SLOWS -> slow(exposition);
      case RISES, CHANGES, REACHES -> exposition.sum(metric, label);
    };
  }

  private OptionalDouble slow(Exposition exposition) {
    OptionalDouble fast = exposition.sum(metric + "_bucket", label);
    OptionalDouble all = exposition.sum(metric + "_count", "");
    return fast.isPresent() && all.isPresent()
        ? OptionalDouble.of(all.getAsDouble() - fast.getAsDouble())
        : OptionalDouble.empty();
  }

  @Override
  public String toString() {
    String labels = label.isEmpty() ? "" : "{" + label + "}";
    return "%s: %s%s".formatted(endpoint, metric, labels);
  }
}

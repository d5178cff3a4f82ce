package io.tinyanalytics.e2e.watch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The samples of one signal's metric. */
final class Series {

  /**
   * A sample.
   *
   * @param value null if the endpoint did not answer
   */
  private record Point(Instant at, @Nullable Double value) {}

  private final Signal signal;
  private final List<Point> points = new ArrayList<>();

  Series(Signal signal) {
    this.signal = signal;
  }

  /** Adds a sample; null if the endpoint did not answer. */
  synchronized void add(Instant at, @Nullable Double value) {
    points.add(new Point(at, value));
  }

  /**
   * How the metric moved, beginning with the last sample before {@code from}; empty if it did not
   * move.
   */
  synchronized Optional<String> movement(Instant from, Instant to) {
    List<Point> window = window(from, to);
    return switch (signal.movement()) {
      case FALLS_SILENT -> silence(window);
      case REACHES -> peak(window);
      case RISES, SLOWS -> rise(values(window));
      case CHANGES -> change(values(window));
    };
  }

  private List<Point> window(Instant from, Instant to) {
    int first = 0;
    List<Point> window = new ArrayList<>();
    for (int i = 0; i < points.size() && points.get(i).at().isBefore(from); i++) {
      first = i;
    }
    for (Point point : points.subList(Math.min(first, points.size()), points.size())) {
      if (!point.at().isAfter(to)) {
        window.add(point);
      }
    }
    return window;
  }

  private static Optional<String> silence(List<Point> window) {
    long silent = window.stream().filter(point -> point.value() == null).count();
    return silent == 0 ? Optional.empty() : Optional.of("no answer, " + silent + " times");
  }

  private Optional<String> peak(List<Point> window) {
    double peak = values(window).stream().mapToDouble(Double::doubleValue).max().orElse(0);
    return peak < signal.bound() ? Optional.empty() : Optional.of("up to " + figure(peak));
  }

  private static Optional<String> rise(List<Double> values) {
    double rise = 0;
    for (int i = 1; i < values.size(); i++) {
      double before = values.get(i - 1);
      double now = values.get(i);
      rise += now < before ? now : now - before;
    }
    return rise > 0 ? Optional.of("+" + figure(rise)) : Optional.empty();
  }

  private static Optional<String> change(List<Double> values) {
    if (values.isEmpty()) {
      return Optional.empty();
    }
    double first = values.get(0);
    double last = values.get(values.size() - 1);
    return first == last ? Optional.empty() : Optional.of(figure(first) + " → " + figure(last));
  }

  private static List<Double> values(List<Point> window) {
    List<Double> values = new ArrayList<>();
    for (Point point : window) {
      if (point.value() != null) {
        values.add(point.value());
      }
    }
    return values;
  }

  private static String figure(double value) {
    return value == Math.rint(value)
        ? String.valueOf((long) value)
        : String.format(Locale.ROOT, "%.3f", value);
  }
}

package io.tinyanalytics.bench.visits;

/** A way to answer a question. */
enum Way {
  ROWS("rows", "sums", "optimize_use_projections = 0"),
  /** Fails if ClickHouse does not choose a projection. */
  PROJECTIONS("projections", "sums", "force_optimize_projection = 1"),
  GROUPED("GROUP BY", "grouped", "optimize_use_projections = 0"),
  SESSIONS("sessions", "sessions", "optimize_use_projections = 0");

  private final String title;
  private final String file;
  private final String settings;

  Way(String title, String file, String settings) {
    this.title = title;
    this.file = file;
    this.settings = settings;
  }

  String title() {
    return title;
  }

  /** The end of the name of its files, without {@code .sql}. */
  String file() {
    return file;
  }

  /** The settings of ClickHouse that keep to this way. */
  String settings() {
    return settings;
  }
}

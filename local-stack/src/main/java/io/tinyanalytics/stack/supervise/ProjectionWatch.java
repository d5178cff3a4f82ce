package io.tinyanalytics.stack.supervise;

import io.tinyanalytics.stack.schema.MissingProjection;
import io.tinyanalytics.stack.schema.ProjectionBackfill;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Shows how far ClickHouse is with giving old parts the projections of a new version. */
final class ProjectionWatch {
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final ProjectionBackfill projections;
  private final Progress progress;

  ProjectionWatch(ProjectionBackfill projections, Progress progress) {
    this.projections = projections;
    this.progress = progress;
  }

  /** Prints a line when something has changed. Returns when every part has every projection. */
  void untilComplete() throws InterruptedException {
    List<MissingProjection> said = List.of();
    var missing = ask(said);
    while (!missing.isEmpty()) {
      if (!missing.equals(said)) {
        missing.forEach(projection -> progress.say("clickhouse", projection.line()));
      }
      said = missing;
      TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
      missing = ask(said);
    }
    if (!said.isEmpty()) {
      progress.say("clickhouse", "has all projections");
    }
  }

  /** The answer; the last one while ClickHouse is away. */
  private List<MissingProjection> ask(List<MissingProjection> last) {
    try {
      return projections.missing();
    } catch (IOException away) {
      return last;
    }
  }
}

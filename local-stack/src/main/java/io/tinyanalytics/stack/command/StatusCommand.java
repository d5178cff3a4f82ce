package io.tinyanalytics.stack.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tinyanalytics.clickhouse.ClickHouseAddress;
import io.tinyanalytics.stack.flink.FlinkCluster;
import io.tinyanalytics.stack.flink.FlinkJob;
import io.tinyanalytics.stack.flink.FlinkRest;
import io.tinyanalytics.stack.process.Folders;
import io.tinyanalytics.stack.process.Part;
import io.tinyanalytics.stack.process.Probe;
import io.tinyanalytics.stack.schema.MissingProjection;
import io.tinyanalytics.stack.schema.ProjectionBackfill;
import io.tinyanalytics.stack.settings.StackSettings;
import io.tinyanalytics.stack.state.RecordedProcess;
import io.tinyanalytics.stack.state.StackState;
import io.tinyanalytics.stack.state.StackState.Phase;
import io.tinyanalytics.stack.state.StateFile;
import io.tinyanalytics.stack.supervise.Progress;
import io.tinyanalytics.stack.supervise.StackParts;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** {@code status}: asks every part of the running stack directly, from any shell. */
final class StatusCommand {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Optional<StackState> state;
  private final StackSettings settings;
  private final Folders folders;
  private final Progress progress;

  /**
   * Reports on the stack in the home folder of the settings, with the ports it was started with.
   */
  StatusCommand(StackSettings settings, Folders folders, Progress progress) throws IOException {
    this.state = new StateFile(settings.home()).read();
    this.settings =
        state
            .map(running -> StackSettings.from(running.environment(), folders.repository()))
            .orElse(settings);
    this.folders = folders;
    this.progress = progress;
  }

  /** Returns 0 if every part is healthy, else 1. */
  int run(boolean json) throws IOException {
    var rows = StackParts.of(settings, folders).all().parallelStream().map(this::row).toList();
    if (json) {
      progress.line(JSON.writeValueAsString(rows));
    } else {
      print(rows);
    }
    return rows.stream().allMatch(row -> row.state().equals(PartStatus.HEALTHY)) ? 0 : 1;
  }

  private void print(List<PartStatus> rows) {
    for (var row : rows) {
      var pid = row.pid() == null ? "-" : row.pid().toString();
      var ports = row.ports().isEmpty() ? "" : row.ports().toString();
      progress.line("%-14s %-10s pid %-8s %s".formatted(row.name(), row.state(), pid, ports));
    }
    state.ifPresent(running -> progress.line("%-14s %s".formatted("job", jobLine())));
    projectionLines(rows).forEach(line -> progress.line("%-14s %s".formatted("clickhouse", line)));
    if (state.isPresent() && state.get().supervisor().find().isEmpty()) {
      progress.line("The supervisor has ended, so dead parts stay dead: run ./scripts/up again.");
    }
  }

  private PartStatus row(Probe probe) {
    var process = recorded(probe.name()).flatMap(RecordedProcess::find);
    var pid = process.isPresent() ? Long.valueOf(process.get().pid()) : null;
    return new PartStatus(probe.name(), word(probe, process.isPresent()), pid, probe.ports());
  }

  private String word(Probe probe, boolean alive) {
    if (state.isEmpty()) {
      return PartStatus.STOPPED;
    }
    if (probe instanceof Part && !alive) {
      return state.get().phase() == Phase.STARTING ? PartStatus.STARTING : PartStatus.DEAD;
    }
    if (healthy(probe)) {
      return PartStatus.HEALTHY;
    }
    return state.get().phase() == Phase.STARTING ? PartStatus.STARTING : PartStatus.UNHEALTHY;
  }

  /** A JobManager counts as healthy only while the job runs. */
  private boolean healthy(Probe probe) {
    return probe.healthy()
        && (!probe.name().equals("jobmanager") || job().filter(FlinkJob::running).isPresent());
  }

  private Optional<RecordedProcess> recorded(String name) {
    return state.stream()
        .flatMap(running -> running.parts().stream())
        .filter(part -> part.name().equals(name))
        .findFirst();
  }

  private String jobLine() {
    return job()
        .map(
            job -> "%s, %d of %d tasks run".formatted(job.state(), job.runningTasks(), job.tasks()))
        .orElse("none");
  }

  /** What old parts still lack after an update; empty if nothing, or if ClickHouse is away. */
  private List<String> projectionLines(List<PartStatus> rows) {
    if (rows.stream().noneMatch(StatusCommand::isHealthyClickHouse)) {
      return List.of();
    }
    var url = ClickHouseAddress.of(settings.clickHouseDsn()).url().toString();
    try {
      return new ProjectionBackfill(url, settings.user())
          .missing().stream().map(MissingProjection::line).toList();
    } catch (IOException notServing) {
      return List.of();
    }
  }

  private static boolean isHealthyClickHouse(PartStatus row) {
    return row.name().equals("clickhouse") && row.state().equals(PartStatus.HEALTHY);
  }

  private Optional<FlinkJob> job() {
    try {
      return rest().jobs().stream().filter(job -> !job.ended()).findFirst();
    } catch (IOException notServing) {
      return Optional.empty();
    }
  }

  private FlinkRest rest() {
    return new FlinkCluster(folders, settings).rest();
  }
}

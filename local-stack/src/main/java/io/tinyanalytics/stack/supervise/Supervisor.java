package io.tinyanalytics.stack.supervise;

import io.tinyanalytics.clickhouse.ClickHouseAddress;
import io.tinyanalytics.stack.change.ChangeDesk;
import io.tinyanalytics.stack.flink.FlinkCluster;
import io.tinyanalytics.stack.flink.RestorePoint;
import io.tinyanalytics.stack.process.ExternalServer;
import io.tinyanalytics.stack.process.Folders;
import io.tinyanalytics.stack.process.Part;
import io.tinyanalytics.stack.process.Probe;
import io.tinyanalytics.stack.process.ServerProcess;
import io.tinyanalytics.stack.schema.ProjectionBackfill;
import io.tinyanalytics.stack.schema.SchemaMigration;
import io.tinyanalytics.stack.settings.StackSettings;
import io.tinyanalytics.stack.state.RecordedProcess;
import io.tinyanalytics.stack.state.StackState;
import io.tinyanalytics.stack.state.StackState.Phase;
import io.tinyanalytics.stack.state.StateFile;
import io.tinyanalytics.stack.topic.RawTopic;
import io.tinyanalytics.stack.topic.SaltTopic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Starts all parts in order, keeps them running, and stops them in reverse order. */
public final class Supervisor {
  private static final Duration EXTERNAL_PATIENCE = Duration.ofSeconds(30);

  private final StackSettings settings;
  private final Folders folders;
  private final StackParts parts;
  private final Progress progress;
  private final StateFile stateFile;
  private final Map<Probe, PartKeeper> keepers = new LinkedHashMap<>();
  private final JobKeeper job;
  private final Crew crew = new Crew();
  private Phase phase = Phase.STARTING;

  /**
   * Creates a supervisor; nothing is started yet.
   *
   * @param from the state that the job starts from; null for the newest checkpoint
   * @throws IllegalStateException if the job is not built
   */
  public Supervisor(
      StackSettings settings, Folders folders, @Nullable RestorePoint from, Progress progress)
      throws IOException {
    this.settings = settings;
    this.folders = folders;
    this.parts = StackParts.of(settings, folders);
    this.progress = progress;
    this.stateFile = new StateFile(settings.home());
    this.job =
        new JobKeeper(
            new FlinkCluster(folders, settings), new ChangeDesk(settings.home()), from, progress);
    parts.own().forEach(part -> keepers.put(part, new PartKeeper(part, progress, this::record)));
  }

  /**
   * Starts everything and returns when all parts are healthy. From then on, dead parts are
   * restarted.
   *
   * @throws IllegalStateException if something is not installed or a port is taken
   * @throws IOException if something does not start; the other parts run until {@link #stop}
   */
  public void start() throws IOException, InterruptedException {
    parts.own().forEach(Part::requireInstalled);
    PortCheck.require(parts.own(), settings);
    var clickHouse = crew.begin(this::startClickHouse);
    var kafka = crew.begin(this::startKafka);
    var jobManager = crew.begin(() -> serve(parts.jobManager()));
    var taskManager = crew.begin(() -> serve(parts.taskManager()));
    var edge = crew.begin(() -> serve(parts.edge()), kafka);
    var query = crew.begin(() -> serve(parts.query()), clickHouse);
    var running = crew.begin(job::start, clickHouse, kafka, jobManager);
    crew.await(taskManager, edge, query, running);
    crew.keep(job::keep);
    enter(Phase.READY);
  }

  /**
   * Stops all parts in reverse order of start. A second call waits for the first.
   *
   * @return whether this was the first call
   */
  public synchronized boolean stop() {
    if (phase == Phase.STOPPING) {
      return false;
    }
    enter(Phase.STOPPING);
    crew.dismiss();
    var reversed = new ArrayList<>(keepers.values());
    Collections.reverse(reversed);
    reversed.forEach(PartKeeper::stop);
    try {
      stateFile.delete();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return true;
  }

  private void startClickHouse() throws IOException, InterruptedException {
    serve(parts.clickHouse());
    var url = ClickHouseAddress.of(settings.clickHouseDsn()).url().toString();
    var schema = folders.repository().resolve("deployments/clickhouse/schema");
    SchemaMigration.apply(url, schema, settings.user());
    progress.say("clickhouse", "has its tables");
    var projections = new ProjectionBackfill(url, settings.user());
    projections.start();
    crew.keep(() -> new ProjectionWatch(projections, progress).untilComplete());
  }

  private void startKafka() throws IOException, InterruptedException {
    serve(parts.kafka());
    RawTopic.create(settings.brokers(), settings.topic());
    SaltTopic.create(settings.brokers(), settings.saltTopic());
    progress.say("kafka", "has topic " + settings.topic());
  }

  private void serve(Probe probe) throws IOException, InterruptedException {
    if (probe instanceof ExternalServer external) {
      awaitExternal(external);
    } else {
      var keeper = Objects.requireNonNull(keepers.get(probe));
      keeper.start();
      crew.keep(keeper::keep);
    }
  }

  private void awaitExternal(ExternalServer server) throws IOException, InterruptedException {
    var deadline = System.nanoTime() + EXTERNAL_PATIENCE.toNanos();
    while (!server.healthy()) {
      if (System.nanoTime() > deadline) {
        throw new IOException(
            "Nothing answers at " + server.setting() + ": start it, or change the setting.");
      }
      TimeUnit.MILLISECONDS.sleep(200);
    }
    progress.say(server.name(), "answers (not run by this stack)");
  }

  private void enter(Phase next) {
    phase = next;
    record();
  }

  /** Uses a separate lock, because parts change while {@link #stop} stops others. */
  private void record() {
    synchronized (stateFile) {
      var processes =
          keepers.values().stream().map(PartKeeper::recorded).flatMap(Optional::stream).toList();
      try {
        stateFile.write(new StackState(phase, self(), processes, settings.recorded()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static RecordedProcess self() {
    var pid = ProcessHandle.current().pid();
    var process = Objects.requireNonNull(ServerProcess.find(pid).orElse(null));
    return RecordedProcess.of("supervisor", process, List.of());
  }
}

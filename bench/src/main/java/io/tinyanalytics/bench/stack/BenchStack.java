package io.tinyanalytics.bench.stack;

import io.tinyanalytics.clickhouse.ClickHouseAddress;
import io.tinyanalytics.pipeline.clickhouse.ClickHouseEndpoint;
import io.tinyanalytics.stack.files.FolderTree;
import io.tinyanalytics.stack.flink.FlinkCluster;
import io.tinyanalytics.stack.process.Folders;
import io.tinyanalytics.stack.process.FreePorts;
import io.tinyanalytics.stack.process.Part;
import io.tinyanalytics.stack.process.Probe;
import io.tinyanalytics.stack.process.RunningPart;
import io.tinyanalytics.stack.process.ServerProcess;
import io.tinyanalytics.stack.schema.ClickHouseHttp;
import io.tinyanalytics.stack.schema.SchemaMigration;
import io.tinyanalytics.stack.settings.StackPort;
import io.tinyanalytics.stack.settings.StackSettings;
import io.tinyanalytics.stack.supervise.StackParts;
import io.tinyanalytics.stack.topic.RawTopic;
import io.tinyanalytics.stack.topic.SaltTopic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * The parts of a stack, each started when a benchmark needs it. They use the product's settings,
 * free ports and a temporary folder. When the benchmark ends, also by Ctrl-C, the parts are stopped
 * and the folder is deleted.
 */
public final class BenchStack implements AutoCloseable {
  private static final Duration STARTING = Duration.ofSeconds(90);
  private static final Duration STOPPING = Duration.ofSeconds(20);

  private final Path home;
  private final Folders folders;
  private final StackSettings settings;
  private final StackParts parts;
  private final FlinkCluster flink;
  private final Deque<RunningPart> servers = new ArrayDeque<>();
  private final Deque<RunningPart> flinkParts = new ArrayDeque<>();
  private final Thread atExit = new Thread(this::end, "stack-end");
  private boolean ended;

  private BenchStack(Path home) {
    this.home = home;
    this.folders = Folders.under(home);
    this.settings = StackSettings.from(environment(home), folders.repository());
    this.parts = StackParts.of(settings, folders);
    this.flink = new FlinkCluster(folders, settings);
  }

  /** Prepares the folder; no part is started yet. */
  public static BenchStack create() throws IOException {
    var stack = new BenchStack(Files.createTempDirectory("tiny-analytics-bench-"));
    Runtime.getRuntime().addShutdownHook(stack.atExit);
    return stack;
  }

  private static Map<String, String> environment(Path home) {
    Map<String, String> environment = new HashMap<>();
    environment.put("TA_HOME", home.toString());
    for (var port : StackPort.values()) {
      if (port.server() == null) {
        environment.put(port.variable(), Integer.toString(FreePorts.next()));
      }
    }
    return environment;
  }

  /** Starts ClickHouse and creates its tables. */
  public ServerProcess startClickHouse() throws IOException {
    var clickHouse = start(parts.clickHouse(), servers);
    var schema = folders.repository().resolve("deployments/clickhouse/schema");
    SchemaMigration.apply(clickHouseUrl(), schema, settings.user());
    return clickHouse;
  }

  /** Starts Kafka and creates the topic of raw events. */
  public void startKafka() throws IOException {
    start(parts.kafka(), servers);
    RawTopic.create(settings.brokers(), settings.topic());
  }

  /** Creates the topic of salts and starts the edge. */
  public ServerProcess startEdge() throws IOException {
    SaltTopic.create(settings.brokers(), settings.saltTopic());
    return start(parts.edge());
  }

  /** Starts a part that does not belong to the stack. It is stopped like the others. */
  public ServerProcess start(Part part) throws IOException {
    return start(part, servers);
  }

  public Folders folders() {
    return folders;
  }

  /** Starts the JobManager and the TaskManager. */
  public void startFlink() throws IOException {
    start(parts.jobManager(), flinkParts);
    start(parts.taskManager(), flinkParts);
  }

  /** Submits the job to Flink, without state. */
  public void submitJob() throws IOException {
    flink.submission().submit(flink.built(), null);
  }

  /** Kills the JobManager and the TaskManager, which stops the job where it is. */
  public synchronized void killFlink() {
    while (!flinkParts.isEmpty()) {
      flinkParts.pop().process().kill();
    }
  }

  /** The address at which the job reaches ClickHouse. */
  public ClickHouseEndpoint endpoint() {
    var user = settings.user();
    return ClickHouseEndpoint.of(settings.clickHouseDsn(), user.name(), user.password());
  }

  public ClickHouseHttp clickHouse() {
    return new ClickHouseHttp(clickHouseUrl(), settings.user());
  }

  public StackSettings settings() {
    return settings;
  }

  private String clickHouseUrl() {
    return ClickHouseAddress.of(settings.clickHouseDsn()).url().toString();
  }

  private ServerProcess start(Probe probe, Deque<RunningPart> among) throws IOException {
    if (!(probe instanceof Part part)) {
      throw new IllegalStateException(probe.name() + " is not run by the stack itself");
    }
    part.requireInstalled();
    var begun = begin(part, among);
    begun.awaitHealthy(STARTING);
    return begun.process();
  }

  private synchronized RunningPart begin(Part part, Deque<RunningPart> among) throws IOException {
    if (ended) {
      throw new IOException("The benchmark was ended.");
    }
    var begun = RunningPart.start(part);
    among.push(begun);
    return begun;
  }

  @Override
  public void close() {
    end();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException exiting) {
      // the JVM already runs the hook, which then has nothing left to do
    }
  }

  private synchronized void end() {
    if (ended) {
      return;
    }
    ended = true;
    killFlink();
    while (!servers.isEmpty()) {
      servers.pop().process().stop(STOPPING);
    }
    try {
      FolderTree.delete(home);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

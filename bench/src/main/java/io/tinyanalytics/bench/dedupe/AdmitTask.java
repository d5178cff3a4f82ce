package io.tinyanalytics.bench.dedupe;

import io.tinyanalytics.pipeline.admit.AdmitOperator;
import io.tinyanalytics.pipeline.admit.DedupeHorizon;
import io.tinyanalytics.pipeline.clickhouse.ClickHouseEndpoint;
import io.tinyanalytics.pipeline.stream.RawMessage;
import io.tinyanalytics.pipeline.stream.Verdict;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.runtime.operators.testutils.MockEnvironmentBuilder;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.StateBackendLoader;
import org.apache.flink.runtime.state.storage.FileSystemCheckpointStorage;
import org.apache.flink.runtime.util.TestingTaskManagerRuntimeInfo;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.slf4j.helpers.NOPLogger;

/** The job's admit operator as a single task, with the product's Flink settings. */
@SuppressWarnings("try") // Flink's close() declares any exception
final class AdmitTask implements AutoCloseable {
  private static final int MAX_PARALLELISM = 128;
  private static final MemoryMXBean JVM = ManagementFactory.getMemoryMXBean();
  private static final DedupeHorizon WEEK = new DedupeHorizon(Duration.ofDays(7));

  private final KeyedOneInputStreamOperatorTestHarness<Long, RawMessage, Verdict> task;
  private final RocksDbMemory rocksDb;
  private final Verdicts verdicts = new Verdicts();
  private long checkpoints;

  /**
   * The cost of a checkpoint.
   *
   * @param writtenBytes the bytes that no earlier checkpoint contains
   */
  record Checkpoint(double seconds, long bytes, long writtenBytes) {}

  private AdmitTask(
      KeyedOneInputStreamOperatorTestHarness<Long, RawMessage, Verdict> task, RocksDbMemory rocksDb)
      throws Exception {
    this.task = task;
    this.rocksDb = rocksDb;
    task.setOutputCreator(serializer -> verdicts);
    task.open();
  }

  /**
   * Starts the task without state.
   *
   * @param store an empty database
   * @param settings the folder of the Flink settings
   * @param folder the folder of the state and its checkpoints
   */
  static AdmitTask start(StateHome home, ClickHouseEndpoint store, Path settings, Path folder)
      throws Exception {
    var configuration = GlobalConfiguration.loadConfiguration(settings.toString());
    configuration.set(StateBackendOptions.STATE_BACKEND, home.setting());
    var environment =
        new MockEnvironmentBuilder()
            .setMaxParallelism(MAX_PARALLELISM)
            .setTaskManagerRuntimeInfo(
                new TestingTaskManagerRuntimeInfo(configuration, folder.toString()))
            .build();
    var task =
        new KeyedOneInputStreamOperatorTestHarness<Long, RawMessage, Verdict>(
            new AdmitOperator(store, WEEK),
            message -> message.key().high(),
            Types.LONG,
            environment);
    var rocksDb = new RocksDbMemory();
    task.setStateBackend(backend(configuration, rocksDb));
    task.setCheckpointStorage(
        new FileSystemCheckpointStorage(folder.resolve("checkpoints").toUri()));
    return new AdmitTask(task, rocksDb);
  }

  private static StateBackend backend(Configuration configuration, RocksDbMemory memory)
      throws Exception {
    var backend =
        StateBackendLoader.loadStateBackendFromConfig(
            configuration, AdmitTask.class.getClassLoader(), NOPLogger.NOP_LOGGER);
    if (backend instanceof EmbeddedRocksDBStateBackend rocks) {
      rocks.setRocksDBMemoryFactory(memory);
    }
    return backend;
  }

  void decide(RawMessage message) throws Exception {
    task.processElement(new StreamRecord<>(message));
  }

  /** Bytes in use: those of RocksDB, or those of the whole heap if the state is not in RocksDB. */
  long memory() {
    JVM.gc();
    return rocksDb.isThere() ? rocksDb.used() : JVM.getHeapMemoryUsage().getUsed();
  }

  /** The number of messages that were new events. */
  long events() {
    return verdicts.events();
  }

  Checkpoint checkpoint() throws Exception {
    checkpoints++;
    long begin = System.nanoTime();
    var state = task.snapshot(checkpoints, checkpoints);
    double seconds = (System.nanoTime() - begin) / 1e9;
    task.notifyOfCompletedCheckpoint(checkpoints);
    return new Checkpoint(seconds, state.getStateSize(), state.getCheckpointedSize());
  }

  @Override
  public void close() throws Exception {
    task.close();
  }
}

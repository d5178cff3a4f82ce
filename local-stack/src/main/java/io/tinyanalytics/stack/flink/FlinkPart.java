package io.tinyanalytics.stack.flink;

import io.tinyanalytics.stack.files.FolderTree;
import io.tinyanalytics.stack.process.Launch;
import io.tinyanalytics.stack.process.Part;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** The JobManager or the TaskManager. */
final class FlinkPart implements Part {
  private final FlinkRole role;
  private final FlinkProgram program;
  private final int parallelism;
  private final List<Integer> ports;
  private final BooleanSupplier health;

  /**
   * Describes the process.
   *
   * @param parallelism the least number of slots that the job needs
   */
  FlinkPart(
      FlinkRole role,
      FlinkProgram program,
      int parallelism,
      List<Integer> ports,
      BooleanSupplier health) {
    this.role = role;
    this.program = program;
    this.parallelism = parallelism;
    this.ports = List.copyOf(ports);
    this.health = health;
  }

  @Override
  public String name() {
    return program.name();
  }

  @Override
  public List<Integer> ports() {
    return ports;
  }

  @Override
  public void requireInstalled() {
    program.classpath();
  }

  @Override
  public Launch launch() throws IOException {
    var scratch = program.folders().data().resolve("flink").resolve(name());
    FolderTree.empty(scratch);
    var place = scratch.toString();
    var log = program.log().toString();
    var configuration =
        program
            .configuration()
            .with(
                Map.of(
                    "io.tmp.dirs", place,
                    "web.tmpdir", place,
                    "web.log.path", log,
                    "taskmanager.log.path", log))
            .atLeast("taskmanager.numberOfTaskSlots", parallelism);
    var memory = FlinkMemory.of(role, program.classpath(), configuration);
    List<String> arguments = new ArrayList<>(List.of("-c", configuration.folder().toString()));
    arguments.addAll(configuration.arguments());
    arguments.addAll(memory.arguments());
    List<String> flags = new ArrayList<>(configuration.jvmFlags(role));
    flags.addAll(memory.jvmFlags());
    return program.launch(role.mainClass(), flags, arguments);
  }

  @Override
  public boolean healthy() {
    return health.getAsBoolean();
  }
}

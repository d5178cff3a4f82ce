package io.tinyanalytics.stack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Kafka: broker and controller in one process, on the loopback interface. */
public final class KafkaPart implements Part {
  /** Any fixed id will do: the cluster has one node and one data folder. */
  private static final String CLUSTER_ID = "tinyAnalyticsLocal0001";

  private final Path repository;
  private final Path programs;
  private final Path data;
  private final Path logs;
  private final int port;
  private final int advertisedPort;
  private final int controllerPort;
  private final KafkaProbe probe;

  /**
   * Describes the broker.
   *
   * @param advertisedPort the port that clients are told; differs from {@code port} if clients
   *     connect through a proxy
   */
  public KafkaPart(Folders folders, int port, int advertisedPort, int controllerPort) {
    this.repository = folders.repository();
    this.programs = folders.programs();
    this.data = folders.data().resolve("kafka");
    this.logs = folders.logs();
    this.port = port;
    this.advertisedPort = advertisedPort;
    this.controllerPort = controllerPort;
    this.probe = new KafkaProbe("127.0.0.1:" + port);
  }

  @Override
  public String name() {
    return "kafka";
  }

  @Override
  public List<Integer> ports() {
    return List.of(port, controllerPort);
  }

  @Override
  public void requireInstalled() {
    library();
  }

  @Override
  public Launch launch() throws IOException {
    Files.createDirectories(data);
    var properties = Files.writeString(data.resolve("server.properties"), properties()).toString();
    if (!Files.exists(data.resolve("log/meta.properties"))) {
      format(properties);
    }
    return launch(List.of("-Xms256m", "-Xmx512m"), "kafka.Kafka", List.of(properties));
  }

  @Override
  public boolean healthy() {
    return probe.answers();
  }

  private String properties() throws IOException {
    var template = repository.resolve("deployments/kafka/server.properties");
    return Files.readString(template)
        + """

        listeners=BROKER://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
        advertised.listeners=BROKER://127.0.0.1:%3$d
        controller.quorum.voters=1@127.0.0.1:%2$d
        log.dirs=%4$s
        """
            .formatted(port, controllerPort, advertisedPort, data.resolve("log"));
  }

  private void format(String properties) throws IOException {
    var arguments = List.of("format", "-t", CLUSTER_ID, "-c", properties, "--ignore-formatted");
    var formatting = launch(List.of("-Xmx256m"), "kafka.tools.StorageTool", arguments);
    var output = LogTail.from(formatting.output());
    if (ServerProcess.run(formatting) != 0) {
      throw new IOException("Kafka's data folder cannot be laid out." + output.text());
    }
  }

  private Launch launch(List<String> flags, String mainClass, List<String> arguments)
      throws IOException {
    var log = logs.resolve("kafka.log");
    var logging = repository.resolve("deployments/kafka/log4j2.properties");
    List<String> all = new ArrayList<>(flags);
    all.add("-Dlog.file=" + log);
    all.add("-Dlog4j2.configurationFile=" + logging);
    var command = JavaCommand.of(all, library(), mainClass, arguments);
    return new Launch(command, Map.of(), data, log, logs.resolve("kafka.out"));
  }

  private String library() {
    return JarFolder.of(programs.resolve("local-stack/kafka/target/lib"));
  }
}

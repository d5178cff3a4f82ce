package io.tinyanalytics.stack.supervise;

import io.tinyanalytics.clickhouse.ClickHouseAddress;
import io.tinyanalytics.stack.flink.FlinkCluster;
import io.tinyanalytics.stack.process.ClickHousePart;
import io.tinyanalytics.stack.process.ExternalServer;
import io.tinyanalytics.stack.process.Folders;
import io.tinyanalytics.stack.process.HttpProbe;
import io.tinyanalytics.stack.process.KafkaPart;
import io.tinyanalytics.stack.process.KafkaProbe;
import io.tinyanalytics.stack.process.Part;
import io.tinyanalytics.stack.process.Probe;
import io.tinyanalytics.stack.process.ServicePart;
import io.tinyanalytics.stack.settings.StackPort;
import io.tinyanalytics.stack.settings.StackSettings;
import java.util.List;
import java.util.stream.Stream;

/**
 * The parts of the stack. ClickHouse and Kafka are {@link Part}s if the stack runs them, and only
 * {@link Probe}s if they are external.
 */
public record StackParts(
    Probe clickHouse, Probe kafka, Part jobManager, Part taskManager, Part edge, Part query) {

  public static StackParts of(StackSettings settings, Folders folders) {
    var flink = new FlinkCluster(folders, settings);
    return new StackParts(
        clickHouse(settings, folders),
        kafka(settings, folders),
        flink.jobManager(),
        flink.taskManager(),
        service(
            "ingest-edge",
            "io.tinyanalytics.ingest.IngestEdge",
            settings,
            folders,
            ports(settings, StackPort.INGEST, StackPort.INGEST_ADMIN)),
        service(
            "query-service",
            "io.tinyanalytics.query.QueryService",
            settings,
            folders,
            ports(settings, StackPort.QUERY, StackPort.QUERY_ADMIN)));
  }

  /** All parts, in the order of start. */
  public List<Probe> all() {
    return List.of(clickHouse, kafka, jobManager, taskManager, edge, query);
  }

  /** The parts that the stack runs itself, in the same order. */
  public List<Part> own() {
    return all().stream()
        .flatMap(probe -> probe instanceof Part part ? Stream.of(part) : Stream.empty())
        .toList();
  }

  private static Probe clickHouse(StackSettings settings, Folders folders) {
    if (settings.ownClickHouse() != null) {
      var address = ClickHouseAddress.of(settings.ownClickHouse()).url();
      var setting = "CLICKHOUSE_DSN=" + settings.ownClickHouse();
      var ping = new HttpProbe(address.resolve("/ping"));
      return new ExternalServer("clickhouse", setting, ping::answers);
    }
    return new ClickHousePart(
        folders,
        settings.port(StackPort.CLICKHOUSE_HTTP),
        settings.port(StackPort.CLICKHOUSE_TCP),
        settings.user());
  }

  private static Probe kafka(StackSettings settings, Folders folders) {
    if (settings.ownBrokers() != null) {
      var setting = "KAFKA_BROKERS=" + settings.ownBrokers();
      return new ExternalServer("kafka", setting, new KafkaProbe(settings.ownBrokers())::answers);
    }
    return new KafkaPart(
        folders,
        settings.port(StackPort.KAFKA),
        settings.port(StackPort.KAFKA_ADVERTISED),
        settings.port(StackPort.KAFKA_CONTROLLER));
  }

  private static Part service(
      String name, String mainClass, StackSettings settings, Folders folders, List<Integer> ports) {
    return new ServicePart(name, mainClass, folders, settings.serviceEnvironment(), ports);
  }

  private static List<Integer> ports(StackSettings settings, StackPort... wanted) {
    return Stream.of(wanted).map(settings::port).toList();
  }
}

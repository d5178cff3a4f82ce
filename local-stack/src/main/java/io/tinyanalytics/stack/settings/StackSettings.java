package io.tinyanalytics.stack.settings;

import io.tinyanalytics.stack.process.ClickHouseUser;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The stack's settings.
 *
 * @param home the data folder, absolute
 * @param ports one for each {@link StackPort}
 * @param ownBrokers KAFKA_BROKERS if the stack uses an external Kafka, else null
 * @param ownClickHouse CLICKHOUSE_DSN if the stack uses an external ClickHouse, else null
 * @param topic the topic of raw events
 * @param saltTopic the topic of the daily salts
 * @param user the ClickHouse account
 * @param parallelism TA_PARALLELISM, the parallelism of the job and the slots of the TaskManager;
 *     null for the values in {@code flink-conf/config.yaml}
 */
public record StackSettings(
    Path home,
    Map<StackPort, Integer> ports,
    @Nullable String ownBrokers,
    @Nullable String ownClickHouse,
    String topic,
    String saltTopic,
    ClickHouseUser user,
    @Nullable Integer parallelism) {
  public StackSettings {
    home = home.toAbsolutePath().normalize();
    ports = Map.copyOf(ports);
  }

  /**
   * Reads the environment; an empty value counts as absent.
   *
   * @param repository the base of a relative TA_HOME
   * @throws IllegalArgumentException if a value is invalid; the message says what to change
   */
  public static StackSettings from(Map<String, String> environment, Path repository) {
    var variables = new Variables(environment);
    var ports = variables.ports();
    return new StackSettings(
        repository.resolve(variables.text("TA_HOME", ".local")),
        ports,
        variables.optional("KAFKA_BROKERS"),
        variables.optional("CLICKHOUSE_DSN"),
        variables.text("KAFKA_TOPIC_RAW", "events.raw"),
        variables.text("KAFKA_TOPIC_SALTS", "events.salts"),
        new ClickHouseUser(
            variables.text("CLICKHOUSE_USER", ClickHouseUser.DEFAULT.name()),
            variables.text("CLICKHOUSE_PASSWORD", "")),
        variables.optional("TA_PARALLELISM") == null
            ? null
            : variables.number("TA_PARALLELISM", 1, 1, 128));
  }

  public int port(StackPort port) {
    return Objects.requireNonNull(ports.get(port));
  }

  /** Kafka's bootstrap servers, local or external. */
  public String brokers() {
    return brokers(StackPort.KAFKA);
  }

  /** ClickHouse's JDBC URL, local or external. */
  public String clickHouseDsn() {
    return clickHouseDsn(StackPort.CLICKHOUSE_HTTP);
  }

  private String brokers(StackPort port) {
    return ownBrokers != null ? ownBrokers : "localhost:" + port(port);
  }

  private String clickHouseDsn(StackPort port) {
    return ownClickHouse != null
        ? ownClickHouse
        : "jdbc:clickhouse://localhost:" + port(port) + "/analytics";
  }

  /** The environment variables of the services and of the job. */
  public Map<String, String> serviceEnvironment() {
    Map<String, String> environment = new HashMap<>();
    ports.forEach((port, number) -> environment.put(port.variable(), number.toString()));
    environment.put("KAFKA_BROKERS", brokers(StackPort.KAFKA_ADVERTISED));
    environment.put("KAFKA_TOPIC_RAW", topic);
    environment.put("KAFKA_TOPIC_SALTS", saltTopic);
    environment.put("CLICKHOUSE_DSN", clickHouseDsn(StackPort.CLICKHOUSE_ADVERTISED));
    environment.put("CLICKHOUSE_USER", user.name());
    environment.put("CLICKHOUSE_PASSWORD", user.password());
    return Map.copyOf(environment);
  }

  /** The variables from which {@link #from} creates the same settings, without the password. */
  public Map<String, String> recorded() {
    Map<String, String> environment = new TreeMap<>();
    ports.forEach((port, number) -> environment.put(port.variable(), number.toString()));
    environment.put("TA_HOME", home.toString());
    environment.put("KAFKA_TOPIC_RAW", topic);
    environment.put("KAFKA_TOPIC_SALTS", saltTopic);
    environment.put("CLICKHOUSE_USER", user.name());
    if (ownBrokers != null) {
      environment.put("KAFKA_BROKERS", ownBrokers);
    }
    if (ownClickHouse != null) {
      environment.put("CLICKHOUSE_DSN", ownClickHouse);
    }
    return environment;
  }
}

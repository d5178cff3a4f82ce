package io.tinyanalytics.e2e.stack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A local stack with its own ports and folder, controlled by its scripts. */
public final class Stack {

  /** How long a stack may take until all its parts are healthy again. */
  public static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * All ports stay below 32768, where Linux begins to choose ports for outgoing connections: one of
   * those may be taken between the check and the start. No two default ports differ by a multiple
   * of the step.
   */
  private static final int FIRST_OFFSET = 8_000;

  private static final int OFFSETS = 40;
  private static final int STEP = 370;
  private static final List<Integer> USUAL_PORTS =
      List.of(8080, 8081, 8082, 8090, 8091, 6123, 9249, 9250, 9092, 9093, 8123, 9000);

  private final HttpClient http = HttpClient.newHttpClient();
  private final Path repository;
  private final Path home;
  private final Map<String, String> settings;
  private final int offset = freeOffset();

  /**
   * Describes a stack; nothing is started yet.
   *
   * @param repository the root of a built repository
   * @param home its data folder
   * @param settings variables for its scripts, in addition to those that separate it from other
   *     stacks
   */
  public Stack(Path repository, Path home, Map<String, String> settings) {
    this.repository = repository;
    this.home = home;
    this.settings = Map.copyOf(settings);
  }

  /** Runs a script of the repository to its end. */
  public Command script(String... line) throws IOException, InterruptedException {
    return Command.run(repository, environment(), line);
  }

  /** Starts all parts, and returns when they are healthy. */
  public void up(String... arguments) throws IOException, InterruptedException {
    String[] line = new String[arguments.length + 2];
    line[0] = "scripts/up";
    line[1] = "--detach";
    System.arraycopy(arguments, 0, line, 2, arguments.length);
    script(line).exits(0);
  }

  /**
   * The variables for its scripts. Variables of the caller are set to empty, which counts as
   * absent.
   */
  public Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    environment.put("TA_ENV_FILE", "/dev/null");
    environment.put("KAFKA_BROKERS", "");
    environment.put("CLICKHOUSE_DSN", "");
    environment.put("HMAC_SECRET", "");
    environment.put("TA_HOME", home.toString());
    environment.put("TA_PORT_OFFSET", String.valueOf(offset));
    environment.putAll(settings);
    return environment;
  }

  public Path home() {
    return home;
  }

  public Path repository() {
    return repository;
  }

  /** The port that this stack uses instead of this default port. */
  public int port(int usual) {
    return usual + offset;
  }

  public String brokers() {
    return "localhost:" + port(9092);
  }

  public URI collect(String path) {
    return URI.create("http://localhost:" + port(8080) + path);
  }

  public HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return http.send(request, BodyHandlers.ofString());
  }

  /** An answer of the query API, bypassing its cache. */
  public JsonNode report(String pathAndQuery) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://localhost:" + port(8081) + "/v1/metrics/" + pathAndQuery))
            .header("Cache-Control", "no-cache")
            .build();
    return JSON.readTree(send(request).body());
  }

  /** The sum of a series of the query API, including bots and bypassing its cache. */
  public long total(String report, String site, String from, String to)
      throws IOException, InterruptedException {
    JsonNode series =
        report("%s?site_id=%s&from=%s&to=%s&bots=true".formatted(report, site, from, to))
            .path("series");
    return IntStream.range(0, series.size())
        .mapToLong(i -> series.get(i).path("value").asLong())
        .sum();
  }

  /**
   * Runs a statement in ClickHouse and returns the lines of its result, with values separated by
   * tabs.
   */
  public List<String> sql(String statement) throws IOException, InterruptedException {
    HttpResponse<String> answer = send(query(statement));
    if (answer.statusCode() != 200) {
      throw new IOException(answer.body());
    }
    return answer.body().lines().toList();
  }

  /**
   * Runs a statement in ClickHouse whose result may be large, and returns its lines as they come.
   *
   * @return must be closed
   */
  public Stream<String> lines(String statement) throws IOException, InterruptedException {
    HttpResponse<Stream<String>> answer = http.send(query(statement), BodyHandlers.ofLines());
    if (answer.statusCode() != 200) {
      throw new IOException(answer.body().collect(Collectors.joining("\n")));
    }
    return answer.body();
  }

  public JsonNode status() throws IOException, InterruptedException {
    return JSON.readTree(script("scripts/status", "--json").output());
  }

  /** The pid of a part, by its name in status. */
  public long pid(String part) throws IOException, InterruptedException {
    for (JsonNode row : status()) {
      if (row.path("name").asText().equals(part)) {
        return row.path("pid").asLong();
      }
    }
    throw new IllegalArgumentException("status shows no part " + part);
  }

  /** Sends SIGKILL to a part's process. */
  public void kill(String part) throws IOException, InterruptedException {
    signal("KILL", part);
  }

  /** Sends a signal to a part's process, by the name that kill uses. */
  public void signal(String signal, String part) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + signal, String.valueOf(pid(part))).start().waitFor();
  }

  /** Waits until every part is healthy. */
  public void awaitHealthy() {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(500))
        .until(() -> script("scripts/status", "--json").exitCode() == 0);
  }

  private HttpRequest query(String statement) {
    String url =
        "http://localhost:" + port(8123) + "/?query=" + URLEncoder.encode(statement, UTF_8);
    return HttpRequest.newBuilder(URI.create(url)).POST(BodyPublishers.noBody()).build();
  }

  /**
   * Each process starts its search at a different offset, so that two that start at once do not
   * find the same.
   */
  private static int freeOffset() {
    int first = (int) (ProcessHandle.current().pid() % OFFSETS);
    return IntStream.range(first, first + OFFSETS)
        .map(number -> FIRST_OFFSET + number % OFFSETS * STEP)
        .filter(offset -> USUAL_PORTS.stream().allMatch(port -> isFree(port + offset)))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("This machine has too few free ports."));
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}

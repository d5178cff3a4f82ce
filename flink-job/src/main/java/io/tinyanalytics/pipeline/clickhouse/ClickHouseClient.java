package io.tinyanalytics.pipeline.clickhouse;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Sends one request to ClickHouse and returns its answer: no retry, no cache. The JDK's own client
 * is enough, and leaves token, query id, time-out and interruption to the caller, which decide here
 * about exactly once.
 */
public final class ClickHouseClient {

  /** ClickHouse answers with HTTP 200 before it knows whether the query ends well, unless told. */
  private static final Map<String, String> ANSWER_AT_THE_END = Map.of("wait_end_of_query", "1");

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

  private final ClickHouseEndpoint endpoint;
  private final Duration timeout;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_TIMEOUT)
          .build();

  /**
   * A client of one endpoint.
   *
   * @param timeout the longest wait for an answer; after it, the outcome of a request is unknown
   */
  public ClickHouseClient(ClickHouseEndpoint endpoint, Duration timeout) {
    this.endpoint = endpoint;
    this.timeout = timeout;
  }

  /**
   * Answers a query, its result complete and in the format that it names.
   *
   * @throws ClickHouseException if ClickHouse refused or failed
   * @throws IOException if there was no answer
   */
  public byte[] query(String sql) throws IOException, InterruptedException {
    return send(request(ANSWER_AT_THE_END).POST(BodyPublishers.ofString(sql)).build());
  }

  /**
   * Answers a query that reads rows sent along with it, as the table {@code rows.name()}.
   *
   * @throws ClickHouseException if ClickHouse refused or failed
   * @throws IOException if there was no answer
   */
  public byte[] query(String sql, SentRows rows) throws IOException, InterruptedException {
    Map<String, String> parameters = new LinkedHashMap<>(rows.parameters());
    parameters.putAll(ANSWER_AT_THE_END);
    parameters.put("query", sql);
    return send(
        request(parameters).header("Content-Type", rows.contentType()).POST(rows.body()).build());
  }

  /**
   * Inserts one block.
   *
   * @param settings ClickHouse settings of this request
   * @param block the block, compressed as an LZ4 frame
   * @throws ClickHouseException if ClickHouse refused or failed; the block may be stored even then
   * @throws IOException if there was no answer; the block may be stored
   */
  public void insert(String sql, Map<String, String> settings, byte[] block)
      throws IOException, InterruptedException {
    Map<String, String> parameters = new LinkedHashMap<>(settings);
    parameters.putAll(ANSWER_AT_THE_END);
    parameters.put("query", sql);
    BodyPublisher body = BodyPublishers.ofByteArray(block);
    send(request(parameters).header("Content-Encoding", "lz4").POST(body).build());
  }

  private HttpRequest.Builder request(Map<String, String> parameters) {
    String query =
        parameters.entrySet().stream()
            .map(p -> p.getKey() + "=" + URLEncoder.encode(p.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    return HttpRequest.newBuilder(URI.create(endpoint.url() + "?" + query))
        .timeout(timeout)
        .header("X-ClickHouse-Database", endpoint.database())
        .header("X-ClickHouse-User", endpoint.user())
        .header("X-ClickHouse-Key", endpoint.password());
  }

  private byte[] send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      int code =
          answer
              .headers()
              .firstValue("X-ClickHouse-Exception-Code")
              .map(Integer::parseInt)
              .orElse(0);
      String text = new String(answer.body(), UTF_8).strip();
      throw new ClickHouseException(code, "ClickHouse answered: " + text);
    }
    return answer.body();
  }
}

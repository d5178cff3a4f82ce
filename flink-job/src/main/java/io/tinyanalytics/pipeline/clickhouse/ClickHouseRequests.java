package io.tinyanalytics.pipeline.clickhouse;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * Sends one request to ClickHouse and returns the response, without retries and without a cache.
 * Exactly-once storage depends on tokens, query ids, time-outs and interrupts. The JDK's own HTTP
 * client leaves all of them to the caller.
 */
public final class ClickHouseRequests {

  /** By default, ClickHouse may send HTTP 200 before it knows whether the query succeeds. */
  private static final Map<String, String> ANSWER_AT_THE_END = Map.of("wait_end_of_query", "1");

  private static final BodyHandler<InputStream> WHOLE =
      head -> BodySubscribers.mapping(BodySubscribers.ofByteArray(), ByteArrayInputStream::new);

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

  /**
   * The default threads idle for a minute. They would keep a finished job's classes in memory, with
   * a hundred megabytes of user agents, while the next job loads its own.
   */
  private static final Executor THREADS =
      new ThreadPoolExecutor(
          0,
          Integer.MAX_VALUE,
          1,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          ClickHouseRequests::daemon);

  private final ClickHouseEndpoint endpoint;
  private final Duration timeout;
  private volatile HttpClient http = newHttpClient();
  private volatile boolean answered;

  /**
   * Creates a client for one endpoint.
   *
   * @param timeout the longest wait for a response; after it, the outcome of a request is unknown
   */
  public ClickHouseRequests(ClickHouseEndpoint endpoint, Duration timeout) {
    this.endpoint = endpoint;
    this.timeout = timeout;
  }

  /**
   * Runs a query and returns its complete result in the format that the query names.
   *
   * @throws ClickHouseException if ClickHouse refused the query or failed
   * @throws IOException if there was no response
   */
  public byte[] query(String sql) throws IOException, InterruptedException {
    return whole(request(ANSWER_AT_THE_END).POST(BodyPublishers.ofString(sql)).build());
  }

  /**
   * Runs a query whose result is too large for the heap. ClickHouse sends nothing until the result
   * is complete, so a stream that starts with a row ends with the last row or with an exception.
   *
   * <p>The time-out limits the wait for the first byte, and the wait between two parts.
   *
   * @throws ClickHouseException if ClickHouse refused the query or failed
   * @throws IOException if there was no response
   */
  public InputStream stream(String sql) throws IOException, InterruptedException {
    HttpRequest request = request(ANSWER_AT_THE_END).POST(BodyPublishers.ofString(sql)).build();
    return send(request, head -> new AnswerStream(timeout));
  }

  /**
   * Runs a query together with rows, which the query reads as the table {@code rows.name()}.
   *
   * @throws ClickHouseException if ClickHouse refused the query or failed
   * @throws IOException if there was no response
   */
  public byte[] query(String sql, SentRows rows) throws IOException, InterruptedException {
    Map<String, String> parameters = new LinkedHashMap<>(rows.parameters());
    parameters.putAll(ANSWER_AT_THE_END);
    parameters.put("query", sql);
    return whole(
        request(parameters).header("Content-Type", rows.contentType()).POST(rows.body()).build());
  }

  /**
   * Inserts one block.
   *
   * @param settings ClickHouse settings for this request
   * @param block the block, compressed as an LZ4 frame
   * @throws ClickHouseException if ClickHouse refused or failed; the block may be stored even then
   * @throws IOException if there was no response; the block may be stored
   */
  public void insert(String sql, Map<String, String> settings, byte[] block)
      throws IOException, InterruptedException {
    Map<String, String> parameters = new LinkedHashMap<>(settings);
    parameters.putAll(ANSWER_AT_THE_END);
    parameters.put("query", sql);
    BodyPublisher body = BodyPublishers.ofByteArray(block);
    whole(request(parameters).header("Content-Encoding", "lz4").POST(body).build());
  }

  private HttpRequest.Builder request(Map<String, String> parameters) {
    String query =
        parameters.entrySet().stream()
            .map(p -> p.getKey() + "=" + URLEncoder.encode(p.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    return HttpRequest.newBuilder(URI.create(endpoint.url() + "?" + query))
        .header("X-ClickHouse-Database", endpoint.database())
        .header("X-ClickHouse-User", endpoint.user())
        .header("X-ClickHouse-Key", endpoint.password());
  }

  private byte[] whole(HttpRequest request) throws IOException, InterruptedException {
    return send(request, WHOLE).readAllBytes();
  }

  /**
   * The client's own time-out ends when the body starts. This one lasts until the handler is done.
   */
  private InputStream send(HttpRequest request, BodyHandler<InputStream> body)
      throws IOException, InterruptedException {
    CompletableFuture<HttpResponse<InputStream>> answer = http.sendAsync(request, body);
    try {
      HttpResponse<InputStream> told = answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      answered = true;
      return successful(told);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
    } catch (TimeoutException e) {
      forgetConnections();
      throw new HttpTimeoutException("no complete answer within " + timeout);
    } finally {
      answer.cancel(true);
    }
  }

  /** Idle connections may be dead too, like the one that did not answer, so none is reused. */
  private synchronized void forgetConnections() {
    if (answered) {
      http = newHttpClient();
      answered = false;
    }
  }

  private static InputStream successful(HttpResponse<InputStream> answer) throws IOException {
    if (answer.statusCode() == 200) {
      return answer.body();
    }
    try (InputStream body = answer.body()) {
      int code =
          answer
              .headers()
              .firstValue("X-ClickHouse-Exception-Code")
              .map(Integer::parseInt)
              .orElse(0);
      String text = new String(body.readAllBytes(), UTF_8).strip();
      throw new ClickHouseException(code, "ClickHouse answered: " + text);
    }
  }

  private static HttpClient newHttpClient() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(CONNECT_TIMEOUT)
        .executor(THREADS)
        .build();
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "clickhouse-client");
    thread.setDaemon(true);
    return thread;
  }
}

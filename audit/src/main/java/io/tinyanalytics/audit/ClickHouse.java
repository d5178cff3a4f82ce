package io.tinyanalytics.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Reads from ClickHouse over HTTP. The statements are files in this package. */
final class ClickHouse {
  private static final Duration FIRST_ANSWER = Duration.ofMinutes(10);

  private final AuditSettings settings;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  ClickHouse(AuditSettings settings) {
    this.settings = settings;
  }

  /** The text of a statement's file. */
  static String statement(String file) {
    try (var in = ClickHouse.class.getResourceAsStream(file)) {
      return new String(Objects.requireNonNull(in, file).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(file + " is not readable", e);
    }
  }

  /**
   * The lines of the response, which the caller must close. ClickHouse sends nothing before the
   * result is complete, because a response that has begun may still fail.
   *
   * @param parameters the value of each {@code {name:Type}} in the statement
   * @throws IOException if there is no response; the message is a sentence
   */
  BufferedReader lines(String statement, Map<String, ?> parameters) throws IOException {
    try {
      var response = http.send(request(statement, parameters), BodyHandlers.ofInputStream());
      return reader(response);
    } catch (ConnectException | HttpTimeoutException e) {
      throw new IOException(
          "ClickHouse at %s does not answer: start it, or set CLICKHOUSE_DSN."
              .formatted(settings.clickHouse().url()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while ClickHouse worked");
    }
  }

  private HttpRequest request(String statement, Map<String, ?> parameters) {
    var query =
        parameters.entrySet().stream()
            .map(p -> "&param_" + p.getKey() + "=" + encoded(p.getValue().toString()))
            .collect(Collectors.joining());
    var address = settings.clickHouse();
    return HttpRequest.newBuilder(
            URI.create(
                address.url()
                    + "/?wait_end_of_query=1&database="
                    + encoded(address.database())
                    + query))
        .timeout(FIRST_ANSWER)
        .header("X-ClickHouse-User", settings.user())
        .header("X-ClickHouse-Key", settings.password())
        .POST(HttpRequest.BodyPublishers.ofString(statement))
        .build();
  }

  private BufferedReader reader(HttpResponse<InputStream> response) throws IOException {
    var reader = new BufferedReader(new InputStreamReader(response.body(), UTF_8));
    if (response.statusCode() == 200) {
      return reader;
    }
    try (reader) {
      throw new IOException(
          "ClickHouse at %s: %s"
              .formatted(
                  settings.clickHouse().url(), reader.lines().collect(Collectors.joining("\n"))));
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}

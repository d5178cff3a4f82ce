package io.tinyanalytics.stack.schema;

import io.tinyanalytics.stack.process.ClickHouseUser;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** ClickHouse's HTTP interface, one statement per request. */
public final class ClickHouseHttp {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final URI address;
  private final ClickHouseUser user;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  public ClickHouseHttp(String url, ClickHouseUser user) {
    this.address = URI.create(url.endsWith("/") ? url : url + "/");
    this.user = user;
  }

  /**
   * Runs one statement and returns ClickHouse's result unchanged: TabSeparated, unless the
   * statement names another format.
   */
  public String execute(String statement) throws IOException {
    return execute(statement, Map.of());
  }

  /**
   * Runs one statement with parameters, as {@link #execute(String)} does.
   *
   * @param parameters the value of each {@code {name:Type}} in the statement
   */
  public String execute(String statement, Map<String, ?> parameters) throws IOException {
    var request =
        HttpRequest.newBuilder(URI.create(address + query(parameters)))
            .timeout(PATIENCE)
            .header("X-ClickHouse-User", user.name())
            .header("X-ClickHouse-Key", user.password())
            .POST(HttpRequest.BodyPublishers.ofString(statement))
            .build();
    var response = send(request);
    if (response.statusCode() != 200) {
      throw new IOException(response.body().strip());
    }
    return response.body();
  }

  /**
   * Asks ClickHouse to answer only when the statement has ended: an earlier answer can say 200
   * although the statement fails later.
   */
  private static String query(Map<String, ?> parameters) {
    var query = new StringBuilder("?wait_end_of_query=1");
    parameters.forEach(
        (name, value) ->
            query
                .append("&param_" + name + "=")
                .append(URLEncoder.encode(value.toString(), StandardCharsets.UTF_8)));
    return query.toString();
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while ClickHouse worked");
    }
  }
}

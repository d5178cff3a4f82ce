package io.tinyanalytics.stack.schema;

import io.tinyanalytics.stack.process.ClickHouseUser;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

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
   * Runs one statement and returns its result as ClickHouse wrote it, TabSeparated unless the
   * statement says otherwise.
   */
  public String execute(String statement) throws IOException {
    var request =
        HttpRequest.newBuilder(address)
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

  private HttpResponse<String> send(HttpRequest request) throws IOException {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while ClickHouse worked");
    }
  }
}

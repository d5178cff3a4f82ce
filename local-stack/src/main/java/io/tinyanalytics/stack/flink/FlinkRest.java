package io.tinyanalytics.stack.flink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * The JobManager's REST interface, as far as the stack needs it. Every request may throw a {@link
 * FlinkAwayException}.
 */
public final class FlinkRest {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI address;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();

  public FlinkRest(int port) {
    this.address = URI.create("http://127.0.0.1:" + port);
  }

  /** Whether the JobManager answers. */
  public boolean serves() {
    return taskManagers() >= 0;
  }

  /** How many TaskManagers are registered; -1 while the JobManager does not answer. */
  public int taskManagers() {
    try {
      return get("/overview").path("taskmanagers").asInt();
    } catch (IOException notServing) {
      return -1;
    }
  }

  public List<FlinkJob> jobs() throws IOException {
    return StreamSupport.stream(get("/jobs/overview").path("jobs").spliterator(), false)
        .map(FlinkRest::job)
        .toList();
  }

  public JobCheckpoints checkpoints(String jobId) throws IOException {
    var answer = get("/jobs/" + jobId + "/checkpoints");
    return new JobCheckpoints(
        answer.path("counts").path("completed").asInt(),
        answer.path("latest").path("completed").path("id").asLong());
  }

  /** The stack traces that ended or restarted the job, newest first. */
  public List<String> failures(String jobId) throws IOException {
    var entries = get("/jobs/" + jobId + "/exceptions").path("exceptionHistory").path("entries");
    return StreamSupport.stream(entries.spliterator(), false)
        .map(entry -> entry.path("stacktrace").asText())
        .toList();
  }

  /** Asks Flink to cancel the job. Its checkpoints are kept. */
  public void cancel(String jobId) throws IOException {
    var request = request("/jobs/" + jobId + "?mode=cancel");
    send(request.method("PATCH", BodyPublishers.noBody()).build());
  }

  /** The total number of slots of the registered TaskManagers. */
  public int slots() throws IOException {
    return get("/overview").path("slots-total").asInt();
  }

  /**
   * Asks Flink to take a savepoint and to stop the job directly after it.
   *
   * @return the id of the request, for {@link #stopped}
   */
  public String stop(String jobId, Path savepoints) throws IOException {
    var body =
        JSON.writeValueAsString(
            Map.of(
                "targetDirectory",
                savepoints.toUri().toString(),
                "formatType",
                "NATIVE",
                "drain",
                false));
    var request =
        request("/jobs/" + jobId + "/stop")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body));
    return JSON.readTree(send(request.build())).path("request-id").asText();
  }

  public JobStop stopped(String jobId, String requestId) throws IOException {
    var answer = get("/jobs/" + jobId + "/savepoints/" + requestId);
    var location = answer.path("operation").path("location");
    return new JobStop(
        answer.path("status").path("id").asText().equals("COMPLETED"),
        location.isTextual() ? location.asText() : null);
  }

  private static FlinkJob job(JsonNode job) {
    return new FlinkJob(
        job.path("jid").asText(),
        job.path("state").asText(),
        job.path("tasks").path("running").asInt(),
        job.path("tasks").path("total").asInt());
  }

  private JsonNode get(String path) throws IOException {
    return JSON.readTree(send(request(path).GET().build()));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(address.resolve(path)).timeout(PATIENCE);
  }

  private String send(HttpRequest request) throws IOException {
    try {
      var response = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() >= 300) {
        throw new FlinkAwayException(request.uri() + " answered " + response.statusCode());
      }
      return response.body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while Flink worked");
    } catch (IOException notServing) {
      throw new FlinkAwayException(request.uri() + " does not answer", notServing);
    }
  }
}

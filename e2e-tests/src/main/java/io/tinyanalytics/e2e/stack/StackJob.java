package io.tinyanalytics.e2e.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The job of a stack, as Flink's REST interface reports it. */
public final class StackJob {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration LONGEST_SAVEPOINT = Duration.ofMinutes(1);

  private final Stack stack;

  public StackJob(Stack stack) {
    this.stack = stack;
  }

  /** The id of the job if all its tasks are running. */
  public Optional<String> running() throws IOException, InterruptedException {
    for (JsonNode job : get("/jobs/overview").path("jobs")) {
      JsonNode tasks = job.path("tasks");
      boolean all = tasks.path("running").asInt() == tasks.path("total").asInt();
      if (job.path("state").asText().equals("RUNNING") && all) {
        return Optional.of(job.path("jid").asText());
      }
    }
    return Optional.empty();
  }

  /** How many of the newest checkpoints began after this instant and are complete. */
  public long completedSince(String job, Instant begin) throws IOException, InterruptedException {
    long complete = 0;
    for (JsonNode checkpoint : get("/jobs/" + job + "/checkpoints").path("history")) {
      boolean since = checkpoint.path("trigger_timestamp").asLong() > begin.toEpochMilli();
      if (since && checkpoint.path("status").asText().equals("COMPLETED")) {
        complete++;
      }
    }
    return complete;
  }

  /**
   * Takes a savepoint while the job continues to run.
   *
   * @param in the parent of the savepoint's folder
   * @return the folder of the savepoint
   */
  public Path savepoint(String job, Path in) throws IOException, InterruptedException {
    String path = "/jobs/" + job + "/savepoints";
    String body = JSON.createObjectNode().put("target-directory", in.toUri().toString()).toString();
    HttpRequest.Builder request = request(path).header("Content-Type", "application/json");
    JsonNode answer = send(request.POST(BodyPublishers.ofString(body)).build());
    String trigger = answer.path("request-id").asText();
    long deadline = System.nanoTime() + LONGEST_SAVEPOINT.toNanos();
    while (System.nanoTime() < deadline) {
      JsonNode state = get(path + "/" + trigger);
      if (state.path("status").path("id").asText().equals("COMPLETED")) {
        return folder(state.path("operation"));
      }
      TimeUnit.MILLISECONDS.sleep(200);
    }
    throw new IOException("a savepoint takes longer than " + LONGEST_SAVEPOINT);
  }

  private static Path folder(JsonNode operation) throws IOException {
    if (!operation.has("location")) {
      throw new IOException("no savepoint: " + operation.path("failure-cause"));
    }
    return Path.of(URI.create(operation.path("location").asText()).getPath());
  }

  private JsonNode get(String path) throws IOException, InterruptedException {
    return send(request(path).build());
  }

  private HttpRequest.Builder request(String path) {
    URI address = URI.create("http://localhost:" + stack.port(8082) + path);
    return HttpRequest.newBuilder(address).timeout(PATIENCE);
  }

  private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
    var answer = stack.send(request);
    if (answer.statusCode() >= 300) {
      throw new IOException(request.uri() + " answered " + answer.body());
    }
    return JSON.readTree(answer.body());
  }
}

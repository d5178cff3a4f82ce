package io.tinyanalytics.e2e.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The processes of a stack's parts, as its supervisor recorded them. */
public final class Processes {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);

  private final Path state;

  public Processes(Path home) {
    this.state = home.resolve("run/state");
  }

  /** The process that runs the part. If the recorded one is dead, waits for its successor. */
  public ProcessHandle await(String part) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      Optional<ProcessHandle> process = find(part);
      if (process.isPresent()) {
        return process.get();
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
    throw new IOException("no process runs " + part);
  }

  /** Resumes all frozen parts. */
  public void resumeAll() throws IOException, InterruptedException {
    for (JsonNode part : parts()) {
      Optional<ProcessHandle> process = process(part);
      if (process.isPresent()) {
        signal("CONT", process.get());
      }
    }
  }

  private Optional<ProcessHandle> find(String name) throws IOException {
    for (JsonNode part : parts()) {
      if (part.path("name").asText().equals(name)) {
        return process(part);
      }
    }
    return Optional.empty();
  }

  /** The recorded parts; empty while the stack is down. */
  private JsonNode parts() throws IOException {
    try {
      return JSON.readTree(Files.readAllBytes(state)).path("parts");
    } catch (NoSuchFileException down) {
      return MissingNode.getInstance();
    }
  }

  private static Optional<ProcessHandle> process(JsonNode part) {
    return ProcessHandle.of(part.path("pid").asLong())
        .filter(ProcessHandle::isAlive)
        .filter(process -> isOf(process, part.path("startedAtMs").asLong()));
  }

  /** Compares the start time too, because the operating system reuses pids. */
  private static boolean isOf(ProcessHandle process, long startedAtMillis) {
    return process
        .info()
        .startInstant()
        .filter(at -> Math.abs(at.toEpochMilli() - startedAtMillis) <= CLOCK_TOLERANCE.toMillis())
        .isPresent();
  }

  /** Sends a signal by the name that kill uses. A process that is gone gets none. */
  static void signal(String signal, ProcessHandle process)
      throws IOException, InterruptedException {
    if (process.isAlive()) { // a handle identifies its process by start time too
      new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid())).start().waitFor();
    }
  }
}

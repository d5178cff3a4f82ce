package io.tinyanalytics.stack.process;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** A part together with the process that was started for it. */
public final class RunningPart {
  private static final Duration POLL = Duration.ofMillis(100);

  private final Part part;
  private final List<LogTail> logs;
  private final ServerProcess process;

  private RunningPart(Part part, List<LogTail> logs, ServerProcess process) {
    this.part = part;
    this.logs = List.copyOf(logs);
    this.process = process;
  }

  public static RunningPart start(Part part) throws IOException {
    return start(part, part.launch());
  }

  /** Starts what {@link Part#launch} has prepared. */
  public static RunningPart start(Part part, Launch launch) throws IOException {
    List<LogTail> logs = new ArrayList<>(List.of(LogTail.from(launch.log())));
    if (!launch.output().equals(launch.log())) {
      logs.add(LogTail.from(launch.output()));
    }
    return new RunningPart(part, logs, ServerProcess.start(launch));
  }

  public ServerProcess process() {
    return process;
  }

  /**
   * Returns as soon as the server answers.
   *
   * @throws IOException if the process ended or was not healthy in time; the message holds the end
   *     of its logs
   */
  public void awaitHealthy(Duration patience) throws IOException {
    var deadline = System.nanoTime() + patience.toNanos();
    while (!part.healthy()) {
      if (!process.alive()) {
        throw new IOException(part.name() + " ended while starting." + logs());
      }
      if (System.nanoTime() > deadline) {
        var seconds = patience.toSeconds();
        throw new IOException(part.name() + " did not serve within " + seconds + " s." + logs());
      }
      LockSupport.parkNanos(POLL.toNanos());
    }
  }

  private String logs() throws IOException {
    var text = new StringBuilder();
    for (var log : logs) {
      text.append(log.text());
    }
    return text.toString();
  }
}

package io.tinyanalytics.stack.change;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tinyanalytics.stack.files.FolderTree;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * {@code TA_HOME/run/change}: through this folder a command asks the supervisor for one change of
 * the job. The file of the change is renamed at each step, which needs no disk space: a full disk
 * stops neither of them.
 */
public final class ChangeDesk {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;

  public ChangeDesk(Path home) {
    this.folder = home.resolve("run/change");
  }

  /** Whether a change is waiting or in progress. */
  public boolean busy() {
    return Files.exists(wanted()) || Files.exists(taken());
  }

  /** For the command: leaves a change, which replaces the previous one. */
  public void leave(JobChange change) throws IOException {
    FolderTree.empty(folder);
    var next = folder.resolve("next");
    JSON.writeValue(next.toFile(), change);
    Files.move(next, wanted(), StandardCopyOption.ATOMIC_MOVE);
  }

  /** For the supervisor: takes the waiting change; empty if there is none. */
  public Optional<JobChange> take() throws IOException {
    if (!Files.exists(wanted())) {
      return Optional.empty();
    }
    Files.move(wanted(), taken(), StandardCopyOption.ATOMIC_MOVE);
    return Optional.of(JSON.readValue(taken().toFile(), JobChange.class));
  }

  /** For the supervisor: the output that the command shows. */
  public PrintStream out() throws IOException {
    return new PrintStream(Files.newOutputStream(log()), true, StandardCharsets.UTF_8);
  }

  /** For the command: the file that {@link #out} writes to. */
  public Path log() {
    return folder.resolve("log");
  }

  /** For the supervisor: marks the change as ended. Call this after the last output was written. */
  public void end(boolean done) throws IOException {
    Files.move(taken(), done ? done() : failed(), StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * For the command: true if the change succeeded, false if it failed; empty until it has ended.
   */
  public Optional<Boolean> ended() {
    if (Files.exists(done())) {
      return Optional.of(true);
    }
    return Files.exists(failed()) ? Optional.of(false) : Optional.empty();
  }

  /** Deletes what was left for a supervisor that no longer runs. */
  public void clear() throws IOException {
    FolderTree.delete(folder);
  }

  private Path wanted() {
    return folder.resolve("wanted");
  }

  private Path taken() {
    return folder.resolve("taken");
  }

  private Path done() {
    return folder.resolve("done");
  }

  private Path failed() {
    return folder.resolve("failed");
  }
}

package io.tinyanalytics.e2e.fault;

import io.tinyanalytics.e2e.stack.Stack;
import io.tinyanalytics.e2e.stack.StackJob;
import io.tinyanalytics.stack.files.FolderTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The savepoints of a run, for rollbacks. The stack itself keeps only a few. */
public final class Savepoints implements AutoCloseable {

  private final StackJob job;
  private final Path folder;
  private final List<Path> taken = new ArrayList<>();

  public Savepoints(Stack stack) {
    this.job = new StackJob(stack);
    this.folder = stack.home().resolve("savepoints-of-the-run");
  }

  /** Takes a savepoint of the running job. */
  public synchronized void take() throws IOException, InterruptedException {
    String running = job.running().orElseThrow(() -> new IOException("no job runs"));
    taken.add(job.savepoint(running, folder));
  }

  /** Returns the oldest, the middle or the newest savepoint. */
  synchronized Path pick(String which) throws IOException {
    if (taken.isEmpty()) {
      throw new IOException("no savepoint was taken yet");
    }
    return switch (which) {
      case "oldest" -> taken.get(0);
      case "middle" -> taken.get(taken.size() / 2);
      default -> taken.get(taken.size() - 1);
    };
  }

  /** Deletes all savepoints. */
  @Override
  public void close() throws IOException {
    FolderTree.delete(folder);
  }
}

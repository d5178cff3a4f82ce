package io.tinyanalytics.e2e.fault;

import java.io.IOException;

/**
 * Simulates a full disk where mounting is not permitted. It limits the file size of the JobManager
 * to zero, so that the file that completes a checkpoint cannot be written, not even by root.
 */
record FileSizeLimit(Processes processes) implements CheckpointDisk {

  @Override
  public void fill() throws IOException, InterruptedException {
    limit("0");
  }

  @Override
  public void free() throws IOException, InterruptedException {
    limit("unlimited");
  }

  @Override
  public void close() {}

  @Override
  public String title() {
    return "a limit on the size of the files that the JobManager may write";
  }

  private void limit(String size) throws IOException, InterruptedException {
    long pid = processes.await("jobmanager").pid();
    int exit =
        new ProcessBuilder("prlimit", "--pid=" + pid, "--fsize=" + size + ":")
            .inheritIO()
            .start()
            .waitFor();
    if (exit != 0) {
      throw new IOException("prlimit does not limit process " + pid);
    }
  }
}

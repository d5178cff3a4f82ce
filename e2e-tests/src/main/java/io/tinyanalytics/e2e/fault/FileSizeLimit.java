package io.tinyanalytics.e2e.fault;

import java.io.IOException;

/**
 * The stand-in where nothing may be mounted: the JobManager may write files of no size, so that the
 * file that completes a checkpoint cannot be written, not even by root.
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

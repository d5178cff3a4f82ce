package io.tinyanalytics.stack.flink;

import java.nio.file.Path;

/**
 * A job that the cluster can run.
 *
 * @param jar contains the job, and names its main class in the manifest
 * @param parallelism the number of parallel tasks of each stage
 */
public record Deployment(Path jar, int parallelism) {}

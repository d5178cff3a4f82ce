package io.tinyanalytics.stack.flink;

import java.nio.file.Path;

/**
 * A program for the cluster.
 *
 * @param jar holds the job and names its main class
 * @param parallelism into how many tasks each of its stages is divided
 */
public record Deployment(Path jar, int parallelism) {}

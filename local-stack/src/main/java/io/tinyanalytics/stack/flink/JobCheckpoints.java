package io.tinyanalytics.stack.flink;

/**
 * A job's checkpoints since it was submitted.
 *
 * @param completed the number of complete checkpoints
 * @param latest the number of the newest one; 0 if none is complete yet
 */
public record JobCheckpoints(int completed, long latest) {}

package io.tinyanalytics.stack.flink;

import org.jspecify.annotations.Nullable;

/**
 * The state of a request to stop a job with a savepoint.
 *
 * @param decided whether the request is over: the job has ended, or the request has failed
 * @param savepoint the savepoint's folder; null unless the job has ended
 */
public record JobStop(boolean decided, @Nullable String savepoint) {}

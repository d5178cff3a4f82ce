package io.tinyanalytics.stack.flink;

import org.jspecify.annotations.Nullable;

/**
 * What has become of a request to stop a job with a savepoint.
 *
 * @param decided whether the job has ended, or will not
 * @param savepoint the savepoint's folder; null unless the job has ended
 */
public record JobStop(boolean decided, @Nullable String savepoint) {}

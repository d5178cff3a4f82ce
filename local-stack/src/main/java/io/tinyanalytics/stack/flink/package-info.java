/**
 * The Flink cluster: its two processes, its REST interface, its checkpoints and the submission of
 * the job.
 */
@NullMarked
package io.tinyanalytics.stack.flink;

import org.jspecify.annotations.NullMarked;

package io.tinyanalytics.ingest.http;

import io.tinyanalytics.ingest.intake.Submission;
import io.tinyanalytics.ingest.refusal.RefusedException;
import java.util.concurrent.CompletableFuture;

/** What one path does with a body of one media type. */
@FunctionalInterface
interface Collector {

  CompletableFuture<Answer> collect(Submission submission) throws RefusedException;
}

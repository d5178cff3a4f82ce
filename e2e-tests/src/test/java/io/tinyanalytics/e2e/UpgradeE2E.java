package io.tinyanalytics.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tinyanalytics.e2e.mutation.PatchedJar;
import io.tinyanalytics.e2e.mutation.SourceChange;
import io.tinyanalytics.e2e.stack.Stack;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Changes the job while events go in: another jar, another parallelism, an older savepoint. */
@ExtendWith(RunningStack.class)
final class UpgradeE2E {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PARTITIONS = 4;
  private static final Pattern SAVEPOINT = Pattern.compile("savepoint +(/\\S+)");

  private static final String ONE_MORE =
      """
      stage("same", rows.map(row -> row, TypeInformation.of(StoreRow.class))).sinkTo(""";
  private static final String NEVER_HEALTHY =
      """
      stage("same", rows.map(
          new org.apache.flink.api.common.functions.RichMapFunction<StoreRow, StoreRow>() {
            @Override public void open(org.apache.flink.api.common.functions.OpenContext context) {
              throw new IllegalStateException("broken on purpose");
            }
            @Override public StoreRow map(StoreRow row) { return row; }
          }, TypeInformation.of(StoreRow.class))).sinkTo(""";
  private static final String WITHOUT_PLAN =
      """
      java.util.Objects.requireNonNull(null, "no plan on purpose");
      rows.sinkTo(""";

  @Test
  void goesOnWithOneMoreOperatorAndWithoutIt(Stack stack, @TempDir Path folder) throws Exception {
    Instant begin = Instant.now();
    try (Ledger ledger = new Ledger(stack, "upgrade")) {
      ledger.awaitMore(500);
      stack.script("scripts/upgrade", jar(stack, folder, ONE_MORE)).exits(0);
      assertThat(operators(stack)).contains("same");
      ledger.awaitMore(500);
      stack.script("scripts/upgrade", builtJar(stack)).exits(0);
      assertThat(operators(stack)).doesNotContain("same");
      ledger.settle();
    }
    Audit.isClean(stack);
    System.out.printf("Upgrade under load: no new rows for %s ms at most%n", pause(stack, begin));
  }

  @Test
  void goesBackByItselfFromAJobThatIsNeverHealthy(Stack stack, @TempDir Path folder)
      throws Exception {
    try (Ledger ledger = new Ledger(stack, "unhealthy")) {
      ledger.awaitMore(500);
      assertThat(
              stack.script("scripts/upgrade", jar(stack, folder, NEVER_HEALTHY)).exits(1).output())
          .contains("broken on purpose; the job goes on from where it stood");
      assertThat(operators(stack)).doesNotContain("same");
      ledger.settle();
    }
    Audit.isClean(stack);
  }

  @Test
  void stopsNothingForWhatCannotWork(Stack stack, @TempDir Path folder) throws Exception {
    String before = job(stack).asText();

    assertThat(stack.script("scripts/upgrade", jar(stack, folder, WITHOUT_PLAN)).exits(1).output())
        .contains("no plan on purpose");
    assertThat(stack.script("scripts/upgrade", folder + "/absent.jar").exits(1).output())
        .contains("absent.jar is not there");
    assertThat(stack.script("scripts/rescale", "5").exits(1).output()).contains("from 1 to 4");
    assertThat(stack.script("scripts/rollback", folder.toString()).exits(1).output())
        .contains("is no savepoint");

    assertThat(job(stack).asText()).isEqualTo(before);
  }

  @Test
  void storesEachEventOnceThroughRescalesAndARollback(Stack stack) throws Exception {
    try (Ledger ledger = new Ledger(stack, "rescale")) {
      ledger.awaitMore(500);
      String older = savepoint(stack.script("scripts/rescale", "4").exits(0).output());
      ledger.awaitMore(500);
      stack.script("scripts/rescale", "1").exits(0);
      ledger.awaitMore(500);
      stack.script("scripts/rollback", older).exits(0);
      ledger.awaitMore(500);
      stack.script("scripts/rescale", "2").exits(0);
      ledger.settle();
    }
    Audit.isClean(stack);
  }

  @Test
  void refusesToSkipWhatKafkaNoLongerHolds(Stack stack) throws Exception {
    try (Ledger ledger = new Ledger(stack, "expired")) {
      ledger.awaitMore(500);
      String older = savepoint(stack.script("scripts/rollback", "none").exits(0).output());
      ledger.awaitMore(1_000);
      ledger.settle();
      deleteAllMessages(stack);

      assertThat(stack.script("scripts/rollback", older).exits(1).output())
          .containsPattern(
              "Kafka no longer holds offset \\d+ of partition \\d, from which " + older)
          .contains("the job goes on from where it stood");
    }
    try (Ledger ledger = new Ledger(stack, "expired-after")) {
      ledger.awaitMore(100);
      ledger.settle();
    }
    Audit.isClean(stack);
  }

  /** The longest time between the beginnings of two batches. */
  private static String pause(Stack stack, Instant since) throws Exception {
    return stack
        .sql(
            """
            SELECT arrayMax(arrayDifference(arraySort(
                groupUniqArray(toUnixTimestamp64Milli(_ingested_at)))))
            FROM analytics.events WHERE _ingested_at > fromUnixTimestamp64Milli(%d)"""
                .formatted(since.toEpochMilli()))
        .get(0);
  }

  private static String jar(Stack stack, Path folder, String replacement) throws Exception {
    Path jar = folder.resolve("changed.jar");
    String pipeline = "io.tinyanalytics.pipeline.EventPipeline";
    SourceChange change = new SourceChange("flink-job", pipeline, "rows.sinkTo(", replacement);
    PatchedJar.write(stack.repository(), change, jar);
    return jar.toString();
  }

  private static String builtJar(Stack stack) {
    return stack.repository().resolve("flink-job/target/flink-job.jar").toString();
  }

  private static String savepoint(String output) {
    Matcher matcher = SAVEPOINT.matcher(output);
    assertThat(matcher.find()).as(output).isTrue();
    return matcher.group(1);
  }

  /** The names of the running job's vertices. */
  private static String operators(Stack stack) throws Exception {
    return flink(stack, "/jobs/" + job(stack).asText()).path("vertices").toString();
  }

  private static JsonNode job(Stack stack) throws Exception {
    for (JsonNode job : flink(stack, "/jobs/overview").path("jobs")) {
      if (job.path("state").asText().equals("RUNNING")) {
        return job.path("jid");
      }
    }
    throw new AssertionError("no job runs");
  }

  private static JsonNode flink(Stack stack, String path) throws Exception {
    URI uri = URI.create("http://localhost:" + stack.port(8082) + path);
    return JSON.readTree(stack.send(HttpRequest.newBuilder(uri).build()).body());
  }

  /** As if their retention had ended. */
  private static void deleteAllMessages(Stack stack) throws Exception {
    try (Admin kafka = Admin.create(Map.of("bootstrap.servers", stack.brokers()))) {
      Map<TopicPartition, OffsetSpec> latest =
          IntStream.range(0, PARTITIONS)
              .mapToObj(partition -> new TopicPartition("events.raw", partition))
              .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
      Map<TopicPartition, ListOffsetsResultInfo> ends = kafka.listOffsets(latest).all().get();
      kafka
          .deleteRecords(
              ends.entrySet().stream()
                  .collect(
                      Collectors.toMap(
                          Map.Entry::getKey,
                          end -> RecordsToDelete.beforeOffset(end.getValue().offset()))))
          .all()
          .get();
    }
  }
}

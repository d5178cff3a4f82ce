package io.tinyanalytics.e2e.mutation;

import java.util.List;

/** The control run without a defect, followed by all defects that a run must detect. */
final class Mutations {

  private static final String OFFSETS =
      "rows of events and discards are the offsets, partition by partition";
  private static final String ONCE = "each event is stored once";
  private static final String STORED = "each acknowledged event is stored";

  private static final String VISITS = "visits are those of the topic's messages";
  private static final String AUDIT = "the audit is clean";

  private static final String ONE_ROW =
      """
      (_kafka_partition, _kafka_offset) IN
          (SELECT _kafka_partition, _kafka_offset FROM analytics.events
              ORDER BY _appended_at LIMIT 1)\
      """;

  private Mutations() {}

  static List<Mutation> all() {
    return List.of(
        control(),
        dropRow(),
        doubleRow(),
        changeValue(),
        dedupeOff(),
        earlyAnswer(),
        noProbe(),
        noFence(),
        engagementEndsBounces(),
        forgottenVisits(),
        noReplayedVisits());
  }

  /** All provocations without a defect. It shows that a failed check is caused by a defect. */
  private static Mutation control() {
    Provocation each =
        (stack, load) -> {
          Provocations.killTheEdgeWhileKafkaStands(stack, load);
          Provocations.killTheTaskManagerAmongCommits(stack, load);
          Provocations.restoreAnOlderCheckpoint(stack, load);
        };
    return new Mutation(Mutation.CONTROL, List.of(), each, List.of(), "");
  }

  private static Mutation dropRow() {
    String delete =
        "ALTER TABLE analytics.events DELETE WHERE " + ONE_ROW + " SETTINGS mutations_sync = 1";
    return new Mutation("drop-row", List.of(), Provocation.NONE, List.of(delete), OFFSETS);
  }

  private static Mutation doubleRow() {
    String insert =
        "INSERT INTO analytics.events SELECT * FROM analytics.events WHERE %s SETTINGS insert_deduplicate = 0"
            .formatted(ONE_ROW);
    return new Mutation("double-row", List.of(), Provocation.NONE, List.of(insert), ONCE);
  }

  private static Mutation changeValue() {
    SourceChange change =
        new SourceChange(
            "flink-job",
            "io.tinyanalytics.pipeline.enrich.EventEncoder",
            ".add(client.props() == null ? NO_PROPS : client.props())",
            ".add(client.props() == null ? NO_PROPS : client.props().replace(\".5\", \".50\"))");
    return of("change-value", change, Provocation.NONE, AUDIT);
  }

  private static Mutation dedupeOff() {
    SourceChange change =
        new SourceChange(
            "flink-job",
            "io.tinyanalytics.pipeline.admit.SeenEvents",
            "if (bytes.getLong(at) == keyLow) {",
            "if (at < 0) {");
    return of("dedupe-off", change, Provocation.NONE, ONCE);
  }

  private static Mutation earlyAnswer() {
    SourceChange change =
        new SourceChange(
            "ingest-edge",
            "io.tinyanalytics.ingest.kafka.ProducerSession",
            "return acknowledgement;",
            "return CompletableFuture.completedFuture(null);");
    return of("early-202", change, Provocations::killTheEdgeWhileKafkaStands, STORED);
  }

  private static Mutation noProbe() {
    SourceChange change =
        new SourceChange(
            "flink-job",
            "io.tinyanalytics.pipeline.store.committer.BatchStore",
            "if (batch.mayBeStored() && isStored(batch)) {",
            "if (batch.rows() < 0) {");
    return of("skip-probe", change, Provocations::killTheTaskManagerAmongCommits, OFFSETS);
  }

  private static Mutation noFence() {
    SourceChange change =
        new SourceChange(
            "flink-job",
            "io.tinyanalytics.pipeline.admit.Fence",
            "return discards.contains(at.partition(), at.offset()) ? Place.DISCARDS : Place.EVENTS;",
            "return Place.NOWHERE;");
    return of("skip-fence", change, Provocations::restoreAnOlderCheckpoint, OFFSETS);
  }

  private static Mutation engagementEndsBounces() {
    SourceChange change =
        new SourceChange(
            "flink-job",
            "io.tinyanalytics.pipeline.sessionize.VisitRule",
            "boolean engages = !visit.engaged() && event.kind() != Kind.ENGAGEMENT;",
            "boolean engages = !visit.engaged();");
    return of("visit-rule", change, Provocation.NONE, VISITS);
  }

  private static Mutation forgottenVisits() {
    SourceChange change =
        new SourceChange(
            "flink-job",
            "io.tinyanalytics.pipeline.sessionize.KeyedMemory",
            "visitors.put(visitor, format.write(state));",
            "format.write(state);");
    return of("visit-state", change, Provocation.NONE, VISITS);
  }

  private static Mutation noReplayedVisits() {
    SourceChange change =
        new SourceChange(
            "flink-job",
            "io.tinyanalytics.pipeline.sessionize.SessionizeOperator",
            "if (row.event() != null) {",
            "if (row.event() != null && !row.stored()) {");
    return of("visit-replay", change, Provocations::restoreAnOlderCheckpoint, VISITS);
  }

  private static Mutation of(
      String name, SourceChange change, Provocation provocation, String seenBy) {
    return new Mutation(name, List.of(change), provocation, List.of(), seenBy);
  }
}

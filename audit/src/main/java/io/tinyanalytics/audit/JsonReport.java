package io.tinyanalytics.audit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.SortedMap;

/** The report for programs: one JSON object on one line. */
final class JsonReport {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private JsonReport() {}

  static String of(AuditReport report) {
    var json = NODES.objectNode().put("clean", report.isClean()).put("messages", report.messages());
    rows(json, report.events(), report.discards());
    judgement(json, report.inFlight(), report.missing(), report.doubled());
    var partitions = json.putArray("partitions");
    report.partitions().forEach(partition -> partitions.add(partition(partition)));
    if (report.values() != null) {
      json.set("values", values(report.values()));
    }
    return json + "\n";
  }

  private static ObjectNode values(ValueReport values) {
    var json =
        NODES.objectNode().put("compared", values.compared()).put("different", values.different());
    var differences = json.putArray("differences");
    for (var difference : values.differences()) {
      var fields =
          differences
              .addObject()
              .put("partition", difference.partition())
              .put("offset", difference.offset())
              .putArray("fields");
      difference.fields().forEach(fields::add);
    }
    return json;
  }

  private static ObjectNode partition(PartitionReport partition) {
    var json =
        NODES
            .objectNode()
            .put("partition", partition.partition())
            .put("begin", partition.judged().begin())
            .put("end", partition.judged().end());
    rows(json, partition.events(), partition.discards());
    judgement(json, partition.inFlight(), partition.missing(), partition.doubled());
    var missing = json.putArray("missing_offsets");
    for (var range : partition.missingOffsets()) {
      missing.addObject().put("first", range.begin()).put("last", range.end() - 1);
    }
    var doubled = json.putArray("double_offsets");
    for (var offset : partition.doubledOffsets()) {
      doubled.addObject().put("offset", offset.offset()).put("rows", offset.rows());
    }
    return json;
  }

  private static void rows(ObjectNode json, long events, SortedMap<String, Long> discards) {
    var reasons = json.put("events", events).putObject("discards");
    discards.forEach(reasons::put);
  }

  private static void judgement(ObjectNode json, long inFlight, long missing, long doubled) {
    json.put("in_flight", inFlight).put("missing", missing).put("double", doubled);
  }
}

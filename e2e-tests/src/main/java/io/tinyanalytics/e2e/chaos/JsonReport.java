package io.tinyanalytics.e2e.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tinyanalytics.e2e.check.CheckResult;
import io.tinyanalytics.e2e.plan.FaultKind;
import io.tinyanalytics.e2e.plan.PlannedFault;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The report for programs, as JSON. Times are seconds since the start of the run. */
final class JsonReport {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Result result;

  private JsonReport(Result result) {
    this.result = result;
  }

  static void write(Result result, Path file) throws IOException {
    JSON.writeValue(file.toFile(), new JsonReport(result).root());
  }

  private ObjectNode root() {
    ObjectNode root =
        NODES
            .objectNode()
            .put("passed", result.passed())
            .put("seed", result.plan().seed())
            .put("minutes", result.plan().minutes())
            .put("began_at", result.begin().toString())
            .put("took_seconds", seconds(result.took()))
            .put("faults_planned", result.plan().faults().size())
            .put("faults_injected", result.injections().size())
            .put("checkpoint_disk", result.disk());
    root.set("load", load());
    root.set("checks", array(result.checks(), JsonReport::check));
    root.set("kinds", array(List.copyOf(result.plan().kinds()), this::kind));
    root.set(
        "kinds_left_out",
        array(List.copyOf(result.plan().kindsLeftOut()), kind -> NODES.textNode(kind.word())));
    root.set("recovery_seconds", array(result.recoveries(), JsonReport::recovery));
    root.set("schedule", schedule());
    root.set("injections", array(result.injections(), this::injection));
    return root;
  }

  private ObjectNode load() {
    ObjectNode load = NODES.objectNode();
    result.load().byOutcome().forEach((outcome, count) -> load.put(outcome.word(), count));
    return load;
  }

  private static ObjectNode check(CheckResult check) {
    ObjectNode node = NODES.objectNode().put("name", check.name()).put("passed", check.passed());
    node.set("figures", JSON.valueToTree(check.figures()));
    return node;
  }

  private ObjectNode kind(FaultKind kind) {
    List<Injection> injections = result.of(kind);
    long planned = result.plan().faults().stream().filter(it -> it.kind() == kind).count();
    long moved = injections.stream().filter(it -> !it.movements().isEmpty()).count();
    return NODES
        .objectNode()
        .put("kind", kind.word())
        .put("does", kind.sentence())
        .put("planned", planned)
        .put("injected", injections.size())
        .put("moved_a_metric", moved);
  }

  private static JsonNode recovery(Optional<Duration> took) {
    return took.isPresent() ? NODES.numberNode(seconds(took.get())) : NODES.nullNode();
  }

  private ArrayNode schedule() {
    ArrayNode schedule = NODES.arrayNode();
    for (int i = 0; i < result.plan().bursts().size(); i++) {
      for (PlannedFault fault : result.plan().bursts().get(i).faults()) {
        schedule
            .addObject()
            .put("burst", i + 1)
            .put("kind", fault.kind().word())
            .put("detail", fault.detail())
            .put("after_seconds", seconds(fault.after()))
            .put("length_seconds", seconds(fault.length()));
      }
    }
    return schedule;
  }

  private ObjectNode injection(Injection injection) {
    ObjectNode node =
        NODES
            .objectNode()
            .put("burst", injection.burst())
            .put("kind", injection.fault().kind().word())
            .put("detail", injection.fault().detail())
            .put("begin_seconds", since(injection.begin()))
            .put("end_seconds", since(injection.end()))
            .put("failure", injection.failure());
    node.set("moved", array(injection.movements(), NODES::textNode));
    return node;
  }

  private double since(Instant instant) {
    return seconds(Duration.between(result.begin(), instant));
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }

  private static <T> ArrayNode array(List<T> items, Function<T, ? extends JsonNode> node) {
    ArrayNode array = NODES.arrayNode();
    items.forEach(item -> array.add(node.apply(item)));
    return array;
  }
}

package io.tinyanalytics.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tinyanalytics.stack.process.RepositoryRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.CompositeType;
import org.apache.flink.api.dag.Transformation;
import org.apache.flink.api.java.typeutils.GenericTypeInfo;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keeps the words of the diagram, of the operators and of their state the same. */
final class TopologyTest {

  private static final String ARROW = " → ";
  private static final Pattern DIAGRAM = Pattern.compile("\\b(source|tick)( → [a-z]+)+");

  private final StreamExecutionEnvironment env =
      StreamExecutionEnvironment.getExecutionEnvironment(
          new Configuration()
              .set(PipelineOptions.GENERIC_TYPES, false)
              .set(PipelineOptions.AUTO_GENERATE_UIDS, false));

  @BeforeEach
  void define() {
    new EventPipeline(PipelineConfig.of(Map.of())).define(env);
  }

  @Test
  void isTheDiagramOfTheReadme() throws IOException {
    String readme = Files.readString(RepositoryRoot.find().resolve("README.md"));
    List<String> diagrams = DIAGRAM.matcher(readme).results().map(MatchResult::group).toList();

    assertThat(Set.copyOf(diagrams)).isEqualTo(Set.copyOf(lines()));
  }

  @Test
  void namesItsStagesAndTheirStateByOneWordEach() {
    assertThat(lines())
        .containsExactly(
            "source → admit → enrich → sessionize → store", "tick → frontier → progress");
    assertThat(nodes())
        .extracting(StreamNode::getOperatorName, StreamNode::getTransformationUID)
        .containsExactlyInAnyOrder(
            tuple("Source: source", "source"),
            tuple("admit", "admit"),
            tuple("enrich", "enrich"),
            tuple("sessionize", "sessionize"),
            tuple("store: Writer", "store"),
            tuple("store: Committer", "Sink Committer: store"),
            tuple("Source: tick", "tick"),
            tuple("frontier", "frontier"),
            tuple("progress: Writer", "progress"));
  }

  @Test
  void canBeScaledToTheSameBoundEverywhere() {
    assertThat(nodes()).extracting(StreamNode::getMaxParallelism).containsOnly(128);
  }

  @Test
  void carriesNothingThatFlinkKnowsOnlyByReflection() {
    List<TypeInformation<?>> types = new ArrayList<>();
    for (Transformation<?> transformation : env.getTransformations()) {
      transformation
          .getTransitivePredecessors()
          .forEach(t -> addWithParts(t.getOutputType(), types));
    }

    assertThat(types).hasSizeGreaterThan(10).noneMatch(GenericTypeInfo.class::isInstance);
  }

  @Test
  void observesItselfInOneTaskApart() {
    assertThat(nodes().stream().filter(node -> node.getParallelism() == 1))
        .extracting(TopologyTest::stage)
        .containsExactly("tick", "frontier", "progress");
  }

  /** Each way from a source to its end, in the order of the graph. */
  private List<String> lines() {
    StreamGraph graph = env.getStreamGraph(false);
    return graph.getSourceIDs().stream()
        .sorted()
        .map(graph::getStreamNode)
        .map(source -> line(graph, source))
        .toList();
  }

  private static String line(StreamGraph graph, StreamNode source) {
    return Stream.iterate(source, Objects::nonNull, node -> next(graph, node))
        .map(TopologyTest::stage)
        .distinct()
        .collect(Collectors.joining(ARROW));
  }

  private static @Nullable StreamNode next(StreamGraph graph, StreamNode node) {
    return node.getOutEdges().stream()
        .map(edge -> graph.getStreamNode(edge.getTargetId()))
        .findFirst()
        .orElse(null);
  }

  /** The first word of a node's name. */
  private static String stage(StreamNode node) {
    return node.getOperatorName().replace("Source: ", "").split(":", 2)[0];
  }

  private List<StreamNode> nodes() {
    return env.getStreamGraph(false).getStreamNodes().stream()
        .sorted(Comparator.comparingInt(StreamNode::getId))
        .toList();
  }

  private static void addWithParts(TypeInformation<?> type, List<TypeInformation<?>> types) {
    types.add(type);
    if (type instanceof CompositeType<?> composite) {
      for (int field = 0; field < composite.getArity(); field++) {
        addWithParts(composite.getTypeAt(field), types);
      }
    }
    type.getGenericParameters().values().forEach(part -> addWithParts(part, types));
  }
}

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
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.CompositeType;
import org.apache.flink.api.dag.Transformation;
import org.apache.flink.api.java.typeutils.GenericTypeInfo;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keeps the words of the diagram, of the operators and of their state the same. */
final class TopologyTest {

  private static final String ARROW = " → ";
  private static final Pattern DIAGRAM = Pattern.compile("\\bsource( → [a-z]+)+");

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

    assertThat(diagrams).isNotEmpty().allMatch(String.join(ARROW, stages())::equals);
  }

  @Test
  void namesItsStagesAndTheirStateByOneWordEach() {
    assertThat(stages()).containsExactly("source", "admit", "enrich", "store");
    assertThat(nodes())
        .extracting(StreamNode::getOperatorName, StreamNode::getTransformationUID)
        .containsExactly(
            tuple("Source: source", "source"),
            tuple("admit", "admit"),
            tuple("enrich", "enrich"),
            tuple("store: Writer", "store"),
            tuple("store: Committer", "Sink Committer: store"));
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

  /** The first word of each node's name, in the order of the graph, each once. */
  private List<String> stages() {
    return nodes().stream()
        .map(node -> node.getOperatorName().replace("Source: ", "").split(":", 2)[0])
        .distinct()
        .toList();
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

package io.tinyanalytics.pipeline;

import io.tinyanalytics.pipeline.admit.AdmitOperator;
import io.tinyanalytics.pipeline.enrich.EnrichFunction;
import io.tinyanalytics.pipeline.kafka.FirstAbsentOffsets;
import io.tinyanalytics.pipeline.kafka.RawEventSource;
import io.tinyanalytics.pipeline.store.StoreSink;
import io.tinyanalytics.pipeline.stream.RawMessage;
import io.tinyanalytics.pipeline.stream.RawMessageType;
import io.tinyanalytics.pipeline.stream.StoreRow;
import io.tinyanalytics.pipeline.stream.Verdict;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Turns each message of {@code events.raw} into one stored row. Reads as the diagram in README.md:
 *
 * <pre>
 *   source → admit → enrich → store
 * </pre>
 *
 * Messages cross the one shuffle, from source to admit, as bytes; from admit on they stay in one
 * chain, so that a duplicate costs a look-up and no parsing.
 */
final class EventPipeline {

  /** How far the job can be scaled; part of the state's layout, so it never changes. */
  static final int MAX_PARALLELISM = 128;

  private final PipelineConfig config;

  EventPipeline(PipelineConfig config) {
    this.config = config;
  }

  void define(StreamExecutionEnvironment env) {
    env.setMaxParallelism(MAX_PARALLELISM);
    env.getConfig().enableObjectReuse();

    DataStream<RawMessage> messages =
        stage(
            "source",
            env.fromSource(
                source(), WatermarkStrategy.noWatermarks(), "source", new RawMessageType()));

    DataStream<Verdict> verdicts =
        stage(
            "admit",
            messages
                .keyBy(message -> message.key().high(), Types.LONG)
                .transform(
                    "admit",
                    TypeInformation.of(Verdict.class),
                    new AdmitOperator(config.clickHouse(), config.horizon())));

    DataStream<StoreRow> rows =
        stage("enrich", verdicts.map(new EnrichFunction(), TypeInformation.of(StoreRow.class)));

    rows.sinkTo(new StoreSink(config.clickHouse())).name("store").uid("store");
  }

  private Source<RawMessage, ?, ?> source() {
    return RawEventSource.of(
        config.brokers(), config.topic(), new FirstAbsentOffsets(config.clickHouse()));
  }

  /** One word per stage: the operator's name, the uid of its state and its box in the diagram. */
  private static <T> SingleOutputStreamOperator<T> stage(
      String word, SingleOutputStreamOperator<T> operator) {
    return operator.name(word).uid(word);
  }
}

package io.tinyanalytics.pipeline;

import io.tinyanalytics.pipeline.admit.AdmitOperator;
import io.tinyanalytics.pipeline.enrich.EnrichFunction;
import io.tinyanalytics.pipeline.kafka.FirstAbsentOffsets;
import io.tinyanalytics.pipeline.kafka.RawEventSource;
import io.tinyanalytics.pipeline.progress.FrontierFunction;
import io.tinyanalytics.pipeline.progress.PartitionProgress;
import io.tinyanalytics.pipeline.progress.ProgressSink;
import io.tinyanalytics.pipeline.sessionize.SessionizeOperator;
import io.tinyanalytics.pipeline.store.StoreSink;
import io.tinyanalytics.pipeline.stream.EnrichedRow;
import io.tinyanalytics.pipeline.stream.RawMessage;
import io.tinyanalytics.pipeline.stream.ShuffledType;
import io.tinyanalytics.pipeline.stream.StoreRow;
import io.tinyanalytics.pipeline.stream.Verdict;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Turns each message of {@code events.raw} into one stored row. The class follows the diagram in
 * README.md:
 *
 * <pre>
 *   source → admit → enrich → sessionize → store
 *   tick → frontier → progress
 * </pre>
 *
 * Messages are shuffled twice, each time as bytes: by event id to admit, and by the visitor's key
 * to sessionize. Admit and enrich form one operator chain, so a duplicate costs one look-up and is
 * never parsed; sessionize and store form another.
 *
 * <p>The second line is a separate pipeline. Once a second it finds out up to which point the store
 * is complete. The two pipelines never wait for each other, and each restarts alone.
 */
final class EventPipeline {

  /**
   * The highest parallelism of the job. The layout of the state depends on it, so it must never
   * change.
   */
  static final int MAX_PARALLELISM = 128;

  private final PipelineConfig config;

  EventPipeline(PipelineConfig config) {
    this.config = config;
  }

  void define(StreamExecutionEnvironment env) {
    env.setMaxParallelism(MAX_PARALLELISM);
    env.getConfig().enableObjectReuse();
    env.getCheckpointConfig().enableUnalignedCheckpoints(false); // sessionize relies on it
    storeEvents(env);
    tellProgress(env);
  }

  private void storeEvents(StreamExecutionEnvironment env) {
    DataStream<RawMessage> messages =
        stage(
            "source",
            env.fromSource(
                source(), WatermarkStrategy.noWatermarks(), "source", ShuffledType.RAW_MESSAGE));

    DataStream<Verdict> verdicts =
        stage(
            "admit",
            messages
                .keyBy(message -> message.key().high(), Types.LONG)
                .transform(
                    "admit",
                    TypeInformation.of(Verdict.class),
                    new AdmitOperator(config.clickHouse(), config.dedupeHorizon())));

    DataStream<EnrichedRow> enriched =
        stage("enrich", verdicts.map(new EnrichFunction(), ShuffledType.ENRICHED_ROW));

    DataStream<StoreRow> rows =
        stage(
            "sessionize",
            enriched
                .keyBy(EnrichedRow::messageKey, Types.LONG)
                .transform(
                    "sessionize",
                    TypeInformation.of(StoreRow.class),
                    new SessionizeOperator(config.visitHorizon())));

    rows.sinkTo(new StoreSink(config.clickHouse())).name("store").uid("store");
  }

  void tellProgress(StreamExecutionEnvironment env) {
    DataStream<Long> ticks =
        stage("tick", env.fromSource(clock(), WatermarkStrategy.noWatermarks(), "tick"))
            .setParallelism(1);

    DataStream<PartitionProgress> progress =
        stage("frontier", ticks.flatMap(frontier(), TypeInformation.of(PartitionProgress.class)))
            .setParallelism(1);

    progress
        .sinkTo(new ProgressSink(config.clickHouse()))
        .name("progress")
        .uid("progress")
        .setParallelism(1);
  }

  private Source<RawMessage, ?, ?> source() {
    return RawEventSource.of(
        config.brokers(),
        config.topic(),
        new FirstAbsentOffsets(config.clickHouse(), config.visitHorizon().length()));
  }

  private static Source<Long, ?, ?> clock() {
    return new DataGeneratorSource<>(
        number -> number, Long.MAX_VALUE, RateLimiterStrategy.perSecond(1), Types.LONG);
  }

  private FrontierFunction frontier() {
    return new FrontierFunction(config.brokers(), config.topic(), config.clickHouse());
  }

  /**
   * Each stage has one name: it names the operator, the uid of its state and the box in the
   * diagram.
   */
  private static <T> SingleOutputStreamOperator<T> stage(
      String word, SingleOutputStreamOperator<T> operator) {
    return operator.name(word).uid(word);
  }
}

package io.tinyanalytics.pipeline;

import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The program that a Flink cluster runs. */
public final class EventPipelineJob {

  /** The job's name in Flink's web UI and REST interface. */
  public static final String NAME = "tiny-analytics";

  private EventPipelineJob() {}

  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    new EventPipeline(PipelineConfig.of(System.getenv())).define(env);
    env.execute(NAME);
  }
}

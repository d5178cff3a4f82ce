package io.tinyanalytics.pipeline.progress;

import io.tinyanalytics.pipeline.clickhouse.ClickHouseEndpoint;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.connector.jdbc.JdbcConnectionOptions;
import org.apache.flink.connector.jdbc.JdbcExecutionOptions;
import org.apache.flink.connector.jdbc.core.datastream.sink.JdbcSink;

/**
 * Writes {@code pipeline_progress} over JDBC. A row may be written several times or not at all.
 * Both are harmless: the table keeps the greater of two values, so a repeated or late row changes
 * nothing, and the next row replaces a lost one.
 *
 * <p>All rows between two checkpoints form one INSERT and therefore one block: a reader sees a new
 * partition together with the progress of the others.
 */
public final class ProgressSink implements Sink<PartitionProgress> {

  private static final long serialVersionUID = 1L;

  private static final String INSERT =
      "INSERT INTO pipeline_progress (partition, frontier, complete_as_of) VALUES (?, ?, ?)";

  private static final int UNTIL_THE_CHECKPOINT = 0;
  private static final String TIMEOUT_MILLIS = "2000";

  private final JdbcSink<PartitionProgress> jdbc;

  public ProgressSink(ClickHouseEndpoint clickHouse) {
    this.jdbc =
        JdbcSink.<PartitionProgress>builder()
            .withQueryStatement(INSERT, ProgressSink::bind)
            .withExecutionOptions(
                // A retry would sleep and block the checkpoint.
                JdbcExecutionOptions.builder()
                    .withBatchSize(UNTIL_THE_CHECKPOINT)
                    .withMaxRetries(0)
                    .build())
            .buildAtLeastOnce(connection(clickHouse));
  }

  @Override
  public SinkWriter<PartitionProgress> createWriter(WriterInitContext context) throws IOException {
    return new ProgressWriter(() -> jdbc.createWriter(context), context.metricGroup());
  }

  private static void bind(PreparedStatement row, PartitionProgress progress) throws SQLException {
    row.setInt(1, progress.partition());
    row.setLong(2, progress.frontier());
    row.setObject(3, progress.completeAsOf());
  }

  /** Names the driver, since one registered with DriverManager would outlive the job's classes. */
  private static JdbcConnectionOptions connection(ClickHouseEndpoint clickHouse) {
    return new JdbcConnectionOptions.JdbcConnectionOptionsBuilder()
        .withDriverName("com.clickhouse.jdbc.Driver")
        .withUrl("jdbc:clickhouse:" + clickHouse.url() + clickHouse.database())
        .withUsername(clickHouse.user())
        .withPassword(clickHouse.password())
        .withProperty("connection_timeout", TIMEOUT_MILLIS)
        .withProperty("connection_request_timeout", TIMEOUT_MILLIS)
        .withProperty("socket_timeout", TIMEOUT_MILLIS)
        // Retry only if the server closed a kept-alive connection.
        .withProperty("retry", "1")
        .withProperty("client_retry_on_failures", "NoHttpResponse")
        .withProperty("clickhouse_setting_async_insert", "0")
        .build();
  }
}

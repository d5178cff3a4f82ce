package io.tinyanalytics.query.clickhouse;

import com.clickhouse.client.api.query.QuerySettings;
import com.clickhouse.jdbc.StatementImpl;
import io.dropwizard.lifecycle.Managed;
import io.tinyanalytics.clickhouse.ClickHouseAddress;
import io.tinyanalytics.service.settings.SettingException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * Queries ClickHouse over JDBC, read-only and with a time limit.
 *
 * <p>Values are sent separately from the statement, as ClickHouse's own typed parameters ({@code
 * {site_id:String}}). The server inserts them after it has parsed the statement. The driver's
 * {@code ?} would write them into the statement's text instead, and JDBC has no named parameters.
 * So each parameter becomes a statement setting {@code param_NAME}, which the driver sends
 * unchanged as an HTTP parameter.
 *
 * <p>All threads share one connection. In this driver, a connection is a pool of HTTP connections:
 * it opens them when needed, and it survives a restart of the server.
 */
public final class ClickHouseReader implements Managed {
  private final String health = SqlFile.load("health");
  private final Connection connection;

  public ClickHouseReader(ClickHouseSettings settings) {
    this.connection = connect(settings);
  }

  /** Reads the row at the cursor. */
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  <T> List<T> select(String sql, Map<String, String> parameters, RowReader<T> reader)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      bind(statement.unwrap(StatementImpl.class).getLocalSettings(), parameters);
      try (ResultSet rows = statement.executeQuery(sql)) {
        List<T> read = new ArrayList<>();
        while (rows.next()) {
          read.add(reader.read(rows));
        }
        return List.copyOf(read);
      }
    }
  }

  /** Whether all tables can be read now. The check reads no rows. */
  public boolean canReadTables() {
    try {
      select(health, Map.of(), row -> row.getString(1));
      return true;
    } catch (SQLException unreadable) {
      return false;
    }
  }

  @Override
  public void stop() throws SQLException {
    connection.close();
  }

  /**
   * Does not contact the server yet, so an error is about the URL. The error's message may quote
   * it.
   */
  private static Connection connect(ClickHouseSettings settings) {
    try {
      ClickHouseAddress.of(settings.dsn());
      return DriverManager.getConnection(settings.dsn(), properties(settings));
    } catch (IllegalArgumentException wrong) {
      throw new SettingException(String.valueOf(wrong.getMessage()));
    } catch (SQLException refused) {
      throw new SettingException(
          "CLICKHOUSE_DSN has an option that the driver refuses: correct it.");
    }
  }

  private static void bind(QuerySettings settings, Map<String, String> parameters) {
    parameters.forEach((name, value) -> settings.serverSetting("param_" + name, escaped(value)));
  }

  /** The server reads a parameter as a tab-separated field, where these characters are special. */
  private static String escaped(String value) {
    return value
        .replace("\\", "\\\\")
        .replace("\t", "\\t")
        .replace("\n", "\\n")
        .replace("\r", "\\r");
  }

  private static Properties properties(ClickHouseSettings settings) {
    String seconds = Long.toString(settings.timeout().toSeconds());
    String milliseconds = Long.toString(settings.timeout().toMilliseconds());
    Properties properties = new Properties();
    properties.setProperty("user", settings.user());
    properties.setProperty("password", settings.password());
    properties.setProperty("client_name", "query-service");
    properties.setProperty(
        "max_open_connections", Integer.toString(settings.maxConcurrentQueries() + 1));
    properties.setProperty("connection_timeout", milliseconds);
    properties.setProperty("connection_request_timeout", milliseconds);
    properties.setProperty("socket_timeout", milliseconds);
    // Retry only if the server closed a kept-alive connection.
    properties.setProperty("retry", "1");
    properties.setProperty("client_retry_on_failures", "NoHttpResponse");
    // 1 would also do, but a user whose profile says 2 may not change it to 1.
    properties.setProperty("clickhouse_setting_readonly", "2");
    properties.setProperty("clickhouse_setting_max_execution_time", seconds);
    properties.setProperty("clickhouse_setting_cancel_http_readonly_queries_on_client_close", "1");
    // The server waits for the whole result, so that an error never follows a partial result.
    properties.setProperty("clickhouse_setting_wait_end_of_query", "1");
    return properties;
  }
}

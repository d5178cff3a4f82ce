package io.tinyanalytics.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dropwizard.configuration.ConfigurationException;
import io.dropwizard.configuration.ConfigurationSourceProvider;
import io.dropwizard.configuration.DefaultConfigurationFactoryFactory;
import io.dropwizard.configuration.FileConfigurationSourceProvider;
import io.dropwizard.configuration.SubstitutingSourceProvider;
import io.dropwizard.core.server.DefaultServerFactory;
import io.dropwizard.jackson.Jackson;
import io.dropwizard.jersey.validation.Validators;
import io.dropwizard.jetty.HttpConnectorFactory;
import io.dropwizard.util.Duration;
import io.tinyanalytics.service.settings.QuotingSubstitutor;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reads the file that ships, under an environment the test decides. */
class QueryConfigurationTest {
  private static final String SHIPPED = "../config/query-service.yml";

  private final Map<String, String> environment = new HashMap<>();
  private final Map<String, String> overrides = new HashMap<>();

  private QueryConfiguration read() throws Exception {
    ConfigurationSourceProvider source =
        new SubstitutingSourceProvider(
            new FileConfigurationSourceProvider(), new QuotingSubstitutor(environment::get));
    overrides.forEach((key, value) -> System.setProperty("dw." + key, value));
    try {
      return new DefaultConfigurationFactoryFactory<QueryConfiguration>()
          .create(
              QueryConfiguration.class, Validators.newValidator(), Jackson.newObjectMapper(), "dw")
          .build(source, SHIPPED);
    } finally {
      overrides.keySet().forEach(key -> System.clearProperty("dw." + key));
    }
  }

  @Test
  void hasADefaultForEverySetting() throws Exception {
    QueryConfiguration configuration = read();

    assertThat(configuration.sites()).isEqualTo("config/sites.dev.yml");
    assertThat(configuration.corsAllowOrigins()).isEqualTo("*");
    assertThat(configuration.cachedFigures()).isEqualTo(50_000);
    assertThat(configuration.clickhouse().dsn())
        .isEqualTo("jdbc:clickhouse://localhost:8123/analytics");
    assertThat(configuration.clickhouse().user()).isEqualTo("default");
    assertThat(configuration.clickhouse().password()).isEmpty();
    assertThat(configuration.clickhouse().timeout()).isEqualTo(Duration.seconds(5));
    assertThat(configuration.clickhouse().maxConcurrentQueries()).isEqualTo(4);
    assertThat(configuration.clickhouse().maxWaitingQueries()).isEqualTo(32);
  }

  @Test
  void listensEverywhereForReportsAndOnLoopbackForAdministrators() throws Exception {
    DefaultServerFactory server = (DefaultServerFactory) read().getServerFactory();
    HttpConnectorFactory application =
        (HttpConnectorFactory) server.getApplicationConnectors().get(0);
    HttpConnectorFactory admin = (HttpConnectorFactory) server.getAdminConnectors().get(0);

    assertThat(application.getPort()).isEqualTo(8081);
    assertThat(application.getBindHost()).isNull();
    assertThat(admin.getPort()).isEqualTo(8091);
    assertThat(admin.getBindHost()).isEqualTo("127.0.0.1");
  }

  @Test
  void takesItsSettingsFromTheEnvironment() throws Exception {
    environment.put("SITES_CONFIG_PATH", "/etc/sites.yml");
    environment.put("CLICKHOUSE_DSN", "jdbc:ch://store:8443/analytics?ssl=true");
    environment.put("CLICKHOUSE_USER", "query");
    environment.put("CLICKHOUSE_PASSWORD", "a 'b' \"c\" #d: \\ ${QUERY_PORT}");
    environment.put("CORS_ALLOW_ORIGINS", "https://a.example, https://b.example");
    environment.put("QUERY_PORT", "9081");

    QueryConfiguration configuration = read();

    assertThat(configuration.sites()).isEqualTo("/etc/sites.yml");
    assertThat(configuration.clickhouse().dsn())
        .isEqualTo("jdbc:ch://store:8443/analytics?ssl=true");
    assertThat(configuration.clickhouse().user()).isEqualTo("query");
    assertThat(configuration.clickhouse().password()).isEqualTo("a 'b' \"c\" #d: \\ ${QUERY_PORT}");
    assertThat(configuration.corsAllowOrigins()).isEqualTo("https://a.example, https://b.example");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sites | '' | sites must not be blank",
        "corsAllowOrigins | '' | corsAllowOrigins must not be blank",
        "cachedFigures | -1 | cachedFigures must be between 0 and 10000000",
        "cachedFigures | many | Incorrect type of value at: cachedFigures",
        "clickhouse.user | '' | clickhouse.user must not be blank",
        "clickhouse.timeout | 0s | clickhouse.timeout must be between 1s and 60s",
        "clickhouse.timeout | 2m | clickhouse.timeout must be between 1s and 60s",
        "clickhouse.timeout | soon | clickhouse.timeout",
        "clickhouse.maxConcurrentQueries | 0 | maxConcurrentQueries must be between 1 and 64",
        "clickhouse.maxConcurrentQueries | 65 | maxConcurrentQueries must be between 1 and 64",
        "clickhouse.maxWaitingQueries | 0 | maxWaitingQueries must be between 1 and 1000",
        "clickhouse.maxWaitingQueries | 1001 | maxWaitingQueries must be between 1 and 1000",
        "clickhouse.timeuot | 1s | Unrecognized field at: clickhouse.timeuot",
      })
  void refusesABadValueReadably(String key, String value, String message) {
    overrides.put(key, value);

    assertThatThrownBy(this::read)
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(message);
  }
}

package io.tinyanalytics.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import io.dropwizard.configuration.FileConfigurationSourceProvider;
import io.dropwizard.configuration.SubstitutingSourceProvider;
import io.dropwizard.configuration.YamlConfigurationFactory;
import io.dropwizard.core.server.DefaultServerFactory;
import io.dropwizard.jackson.Jackson;
import io.dropwizard.jersey.validation.Validators;
import io.dropwizard.jetty.HttpConnectorFactory;
import io.dropwizard.util.DataSize;
import io.dropwizard.util.Duration;
import io.tinyanalytics.ingest.settings.ClientSettings;
import io.tinyanalytics.service.settings.QuotingSubstitutor;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class IngestConfigurationTest {

  @Test
  void shipsWithTheDocumentedDefaults() throws Exception {
    IngestConfiguration configuration = configuration(Map.of());

    assertThat(configuration.sites()).isEqualTo("config/sites.dev.yml");
    assertThat(configuration.ipHashSalt()).isEqualTo("dev-salt");
    assertThat(configuration.hmacSecrets()).isEmpty();
    assertThat(configuration.corsAllowOrigins()).isEqualTo("*");
    assertThat(configuration.botDenylist()).isEqualTo("bot,crawler,spider");
    assertThat(configuration.logRequests()).isFalse();
    assertThat(configuration.drain()).isEqualTo(Duration.seconds(1));
    assertThat(configuration.clients()).isEqualTo(new ClientSettings("", "X-Forwarded-For", 0));
    assertThat(configuration.bodies().deadline()).isEqualTo(Duration.seconds(10));
    assertThat(configuration.bodies().maxMemory()).isEqualTo(DataSize.mebibytes(32));
    assertThat(configuration.kafka().brokers()).isEqualTo("localhost:9092");
    assertThat(configuration.kafka().topic()).isEqualTo("events.raw");
    assertThat(configuration.kafka().saltTopic()).isEqualTo("events.salts");
    assertThat(configuration.kafka().deliveryTimeout()).isEqualTo(Duration.seconds(5));
    assertThat(configuration.kafka().linger()).isEqualTo(Duration.milliseconds(1));
    assertThat(configuration.kafka().maxInFlight()).isEqualTo(DataSize.mebibytes(16));
    assertThat(application(configuration).getPort()).isEqualTo(8080);
    assertThat(application(configuration).getBindHost()).isNull();
    assertThat(admin(configuration).getPort()).isEqualTo(8090);
    assertThat(admin(configuration).getBindHost()).isEqualTo("127.0.0.1");
    assertThat(server(configuration).getRequestLogFactory().isEnabled()).isFalse();
  }

  @Test
  void takesEachSettingFromItsVariable() throws Exception {
    IngestConfiguration configuration =
        configuration(
            Map.ofEntries(
                Map.entry("SITES_CONFIG_PATH", "sites.yml"),
                Map.entry("IP_HASH_SALT", "it's a \\ # salt: ${1}"),
                Map.entry("HMAC_SECRET", "secret"),
                Map.entry("HMAC_SECRET_PREVIOUS", "older secret"),
                Map.entry("CORS_ALLOW_ORIGINS", "https://a.example, https://b.example"),
                Map.entry("BOT_UA_DENYLIST", ""),
                Map.entry("TRUSTED_PROXIES", "10.0.0.0/8, ::1"),
                Map.entry("FORWARDED_HEADER", "Forwarded"),
                Map.entry("CLIENT_REQUESTS_PER_SECOND", "50"),
                Map.entry("LOG_REQUESTS", "true"),
                Map.entry("KAFKA_BROKERS", "one:9092, two:9093"),
                Map.entry("KAFKA_TOPIC_RAW", "raw"),
                Map.entry("KAFKA_TOPIC_SALTS", "salts"),
                Map.entry("INGEST_PORT", "18080"),
                Map.entry("INGEST_ADMIN_PORT", "18090")));

    assertThat(configuration.sites()).isEqualTo("sites.yml");
    assertThat(configuration.ipHashSalt()).isEqualTo("it's a \\ # salt: ${1}");
    assertThat(configuration.hmacSecrets()).containsExactly("secret", "older secret");
    assertThat(configuration.corsAllowOrigins()).isEqualTo("https://a.example, https://b.example");
    assertThat(configuration.botDenylist()).isEmpty();
    assertThat(configuration.logRequests()).isTrue();
    assertThat(configuration.clients())
        .isEqualTo(new ClientSettings("10.0.0.0/8, ::1", "Forwarded", 50));
    assertThat(configuration.kafka().brokers()).isEqualTo("one:9092, two:9093");
    assertThat(configuration.kafka().topic()).isEqualTo("raw");
    assertThat(configuration.kafka().saltTopic()).isEqualTo("salts");
    assertThat(application(configuration).getPort()).isEqualTo(18080);
    assertThat(admin(configuration).getPort()).isEqualTo(18090);
  }

  @ParameterizedTest
  @CsvSource({
    "IP_HASH_SALT,       '',             'ipHashSalt must not be empty: set IP_HASH_SALT'",
    "IP_HASH_SALT,       ' ',            'ipHashSalt must not be empty: set IP_HASH_SALT'",
    "SITES_CONFIG_PATH,  '',             'sites must be the path of the sites file'",
    "KAFKA_BROKERS,      localhost,      'kafka.brokers must be like localhost:9092'",
    "KAFKA_BROKERS,      '',             'kafka.brokers must be like localhost:9092'",
    "KAFKA_BROKERS,      'a:1,,b:2',     'kafka.brokers must be like localhost:9092'",
    "KAFKA_TOPIC_RAW,    'events raw',   'kafka.topic must be the name of a Kafka topic'",
    "FORWARDED_HEADER,   Via,            'clients.forwardedHeader must be X-Forwarded-For or'",
    "CLIENT_REQUESTS_PER_SECOND, -1,     'clients.requestsPerSecond must be 0, for any number'",
    "INGEST_PORT,        eighty,         'applicationConnectors.[0].port'",
    "INGEST_PORT,        70000,          'port'"
  })
  void saysWhichValueCannotWork(String variable, String value, String sentence) {
    Exception refusal = Assertions.catchException(() -> configuration(Map.of(variable, value)));

    assertThat(refusal).hasMessageContaining(sentence);
    assertThat(Splitter.on("\n  *").splitToList(String.valueOf(refusal.getMessage())))
        .as("one problem")
        .hasSize(2);
  }

  private static IngestConfiguration configuration(Map<String, String> environment)
      throws Exception {
    return new YamlConfigurationFactory<>(
            IngestConfiguration.class, Validators.newValidator(), Jackson.newObjectMapper(), "dw")
        .build(
            new SubstitutingSourceProvider(
                new FileConfigurationSourceProvider(), new QuotingSubstitutor(environment::get)),
            "../config/ingest-edge.yml");
  }

  private static DefaultServerFactory server(IngestConfiguration configuration) {
    return (DefaultServerFactory) configuration.getServerFactory();
  }

  private static HttpConnectorFactory application(IngestConfiguration configuration) {
    return (HttpConnectorFactory) server(configuration).getApplicationConnectors().get(0);
  }

  private static HttpConnectorFactory admin(IngestConfiguration configuration) {
    return (HttpConnectorFactory) server(configuration).getAdminConnectors().get(0);
  }
}

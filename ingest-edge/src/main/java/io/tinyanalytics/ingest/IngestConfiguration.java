package io.tinyanalytics.ingest;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.core.Configuration;
import io.dropwizard.util.Duration;
import io.dropwizard.validation.DurationRange;
import io.tinyanalytics.ingest.settings.BodySettings;
import io.tinyanalytics.ingest.settings.ClientSettings;
import io.tinyanalytics.ingest.settings.KafkaSettings;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The settings of {@code config/ingest-edge.yml}, where each is explained and has its default. */
final class IngestConfiguration extends Configuration {

  @NotBlank(message = "must be the path of the sites file")
  private final String sites;

  @NotBlank(message = "must not be empty: set IP_HASH_SALT to a secret of your own")
  private final String ipHashSalt;

  @NotNull private final String hmacSecret;
  @NotNull private final String hmacSecretPrevious;
  @NotNull private final String corsAllowOrigins;
  @NotNull private final String botDenylist;
  @Valid @NotNull private final ClientSettings clients;
  @Valid @NotNull private final BodySettings bodies;
  @Valid @NotNull private final KafkaSettings kafka;
  private final boolean logRequests;

  @NotNull
  @DurationRange(min = 0, max = 60, unit = TimeUnit.SECONDS, message = "must be between 0s and 60s")
  private final Duration drain;

  @JsonCreator
  IngestConfiguration(
      @JsonProperty("sites") String sites,
      @JsonProperty("ipHashSalt") String ipHashSalt,
      @JsonProperty("hmacSecret") String hmacSecret,
      @JsonProperty("hmacSecretPrevious") String hmacSecretPrevious,
      @JsonProperty("corsAllowOrigins") String corsAllowOrigins,
      @JsonProperty("botDenylist") String botDenylist,
      @JsonProperty("clients") ClientSettings clients,
      @JsonProperty("bodies") BodySettings bodies,
      @JsonProperty("kafka") KafkaSettings kafka,
      @JsonProperty("logRequests") boolean logRequests,
      @JsonProperty("drain") Duration drain) {
    this.sites = sites;
    this.ipHashSalt = ipHashSalt;
    this.hmacSecret = hmacSecret;
    this.hmacSecretPrevious = hmacSecretPrevious;
    this.corsAllowOrigins = corsAllowOrigins;
    this.botDenylist = botDenylist;
    this.clients = clients;
    this.bodies = bodies;
    this.kafka = kafka;
    this.logRequests = logRequests;
    this.drain = drain;
  }

  /** The path of the sites file. */
  String sites() {
    return sites;
  }

  String ipHashSalt() {
    return ipHashSalt;
  }

  /**
   * The common secrets for all sites without an own one, the newer first; if empty, those sites
   * need no signature.
   */
  List<String> hmacSecrets() {
    return Stream.of(hmacSecret, hmacSecretPrevious).filter(secret -> !secret.isBlank()).toList();
  }

  /** The allowed origins, separated by commas; an asterisk allows any. */
  String corsAllowOrigins() {
    return corsAllowOrigins;
  }

  /** Fragments of user agents, separated by commas; empty means no user agent is a bot's. */
  String botDenylist() {
    return botDenylist;
  }

  ClientSettings clients() {
    return clients;
  }

  BodySettings bodies() {
    return bodies;
  }

  KafkaSettings kafka() {
    return kafka;
  }

  /** Whether a line is logged for each request. */
  boolean logRequests() {
    return logRequests;
  }

  /** How long the edge still accepts requests after it has reported that it is no longer ready. */
  Duration drain() {
    return drain;
  }
}

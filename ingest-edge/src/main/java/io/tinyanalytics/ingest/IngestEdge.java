package io.tinyanalytics.ingest;

import io.dropwizard.core.setup.Environment;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.tinyanalytics.ingest.auth.Authentication;
import io.tinyanalytics.ingest.auth.Signatures;
import io.tinyanalytics.ingest.auth.Sites;
import io.tinyanalytics.ingest.http.ClientLimit;
import io.tinyanalytics.ingest.http.Endpoints;
import io.tinyanalytics.ingest.http.RequestReader;
import io.tinyanalytics.ingest.http.SlowHeads;
import io.tinyanalytics.ingest.identity.DailySalts;
import io.tinyanalytics.ingest.identity.ForwardedHeader;
import io.tinyanalytics.ingest.identity.TrustedProxies;
import io.tinyanalytics.ingest.identity.VisitorIdentity;
import io.tinyanalytics.ingest.intake.DenyList;
import io.tinyanalytics.ingest.intake.EventGate;
import io.tinyanalytics.ingest.intake.EventIntake;
import io.tinyanalytics.ingest.intake.EventStamp;
import io.tinyanalytics.ingest.intake.SiteRates;
import io.tinyanalytics.ingest.kafka.KafkaEventPublisher;
import io.tinyanalytics.ingest.kafka.SaltKeeper;
import io.tinyanalytics.ingest.limits.InFlight;
import io.tinyanalytics.ingest.limits.RateLimits;
import io.tinyanalytics.ingest.metrics.EdgeGauges;
import io.tinyanalytics.ingest.metrics.IngestMetrics;
import io.tinyanalytics.ingest.metrics.RequestLog;
import io.tinyanalytics.ingest.publish.EventPublisher;
import io.tinyanalytics.ingest.settings.ClientSettings;
import io.tinyanalytics.service.EverySecond;
import io.tinyanalytics.service.Service;
import io.tinyanalytics.service.errors.JsonErrorHandler;
import io.tinyanalytics.service.health.ConditionCheck;
import io.tinyanalytics.service.http.CrossOrigin;
import io.tinyanalytics.service.settings.CommaList;
import io.tinyanalytics.service.sites.WatchedSites;
import io.tinyanalytics.service.telemetry.HttpMetrics;
import io.tinyanalytics.service.telemetry.RequestLabels;
import io.tinyanalytics.service.telemetry.Telemetry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Handler;

/** Connects the steps of an event's path: endpoint, intake, gate, Kafka. */
public class IngestEdge extends Service<IngestConfiguration> {

  private static final RequestLabels LABELS =
      new RequestLabels(
          Set.of(
              Endpoints.COLLECT,
              Endpoints.COLLECT_BATCH,
              Endpoints.PIXEL,
              Endpoints.HEALTHZ,
              Endpoints.OPENAPI));

  /** The headers that a page may send. */
  private static final List<String> HEADERS =
      List.of(
          "Content-Type",
          "Content-Encoding",
          "X-TA-API-Key",
          "X-TA-Signature",
          "X-TA-Signature-V2");

  public static void main(String[] arguments) throws Exception {
    new IngestEdge().run(arguments);
  }

  @Override
  public String getName() {
    return "ingest-edge";
  }

  @Override
  public void run(IngestConfiguration configuration, Environment environment) {
    PrometheusRegistry registry = new PrometheusRegistry();
    WatchedSites<Sites> sites = sites(configuration, environment, registry);
    Supplier<Set<ZoneId>> zones = () -> sites.get().zones();
    DailySalts salts = salts(configuration, environment, zones);
    EventPublisher publisher = publisher(configuration, environment);
    EventGate gate = gate(configuration, sites, salts);
    Readiness ready = new Readiness(publisher, salts, zones, InstantSource.system());
    EventIntake intake =
        new EventIntake(gate, publisher, new IngestMetrics(registry), InstantSource.system());

    // Kafka's client lets no event time out before it has a producer id. Until then, this limit
    // ends the wait.
    Duration patience = configuration.kafka().deliveryTimeout().toJavaDuration().plusSeconds(1);
    environment
        .healthChecks()
        .register("kafka", new ConditionCheck(ready, "the topics were not found in Kafka yet"));
    environment.jersey().disable();
    Handler endpoints =
        new Endpoints(intake, reader(configuration.clients()), patience, ready)
            .handler(
                configuration.bodies().deadline().toJavaDuration(),
                bodyMemory(configuration, registry));
    environment.lifecycle().addEventListener(publicPort(configuration, registry, sites, endpoints));
    cutOffSlowHeads(configuration, environment);
    environment
        .lifecycle()
        .addEventListener(new DrainOnStop(ready, configuration.drain().toJavaDuration()));
    answerErrorsAsJson(environment);
    Telemetry.expose(environment, registry);
  }

  private PublicPort publicPort(
      IngestConfiguration configuration,
      PrometheusRegistry registry,
      WatchedSites<Sites> sites,
      Handler endpoints) {
    Predicate<String> listed = CrossOrigin.listed(configuration.corsAllowOrigins());
    CrossOrigin crossOrigin =
        new CrossOrigin(
            List.of("GET", "POST"),
            HEADERS,
            origin -> listed.test(origin) || sites.get().nameOrigin(origin));
    crossOrigin.setHandler(endpoints);
    HttpMetrics measured = new HttpMetrics(getName(), LABELS, registry);
    measured.setHandler(new BeaconPreflight(crossOrigin));
    return new PublicPort(
        configuration.logRequests() ? new RequestLog(LABELS, measured) : measured);
  }

  private static EventGate gate(
      IngestConfiguration configuration, WatchedSites<Sites> sites, DailySalts salts) {
    return new EventGate(
        new Authentication(sites, configuration.hmacSecrets()),
        new SiteRates(System::nanoTime),
        new DenyList(CommaList.of(configuration.botDenylist())),
        new EventStamp(new VisitorIdentity(salts, configuration.ipHashSalt())));
  }

  private static RequestReader reader(ClientSettings clients) {
    return new RequestReader(
        new Signatures(InstantSource.system()),
        new TrustedProxies(
            CommaList.of(clients.trustedProxies()),
            ForwardedHeader.named(clients.forwardedHeader())),
        new ClientLimit(new RateLimits<>(System::nanoTime), clients.requestsPerSecond()));
  }

  /** The sites file, which is read again when it changes. */
  private static WatchedSites<Sites> sites(
      IngestConfiguration configuration, Environment environment, PrometheusRegistry registry) {
    WatchedSites<Sites> sites = Sites.in(Path.of(configuration.sites()));
    sites.start(environment, registry);
    return sites;
  }

  /** Publishes events. Tests that only need HTTP replace it. */
  EventPublisher publisher(IngestConfiguration configuration, Environment environment) {
    KafkaEventPublisher publisher =
        new KafkaEventPublisher(configuration.kafka(), configuration.ipHashSalt());
    environment.lifecycle().manage(publisher);
    return publisher;
  }

  /** The salts of visitor ids. Tests that only need HTTP replace them. */
  DailySalts salts(
      IngestConfiguration configuration, Environment environment, Supplier<Set<ZoneId>> zones) {
    SaltKeeper salts =
        new SaltKeeper(
            configuration.kafka(), configuration.ipHashSalt(), zones, InstantSource.system());
    environment.lifecycle().manage(salts);
    return salts;
  }

  private static InFlight bodyMemory(
      IngestConfiguration configuration, PrometheusRegistry registry) {
    InFlight memory = new InFlight(configuration.bodies().maxMemory().toBytes());
    EdgeGauges.showBodies(memory::bytes, registry);
    return memory;
  }

  private static void cutOffSlowHeads(IngestConfiguration configuration, Environment environment) {
    SlowHeads slowHeads = new SlowHeads(configuration.bodies().deadline().toJavaDuration());
    environment.lifecycle().addServerLifecycleListener(slowHeads::watch);
    EverySecond.run(environment, "slow-heads", slowHeads::cutOff);
  }

  private static void answerErrorsAsJson(Environment environment) {
    environment
        .lifecycle()
        .addServerLifecycleListener(server -> server.setErrorHandler(new JsonErrorHandler()));
  }
}

package io.tinyanalytics.ingest.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.hash.Hashing;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.tinyanalytics.event.ClientHints;
import io.tinyanalytics.event.EventDetails;
import io.tinyanalytics.event.EventJson;
import io.tinyanalytics.event.Origin;
import io.tinyanalytics.event.Revenue;
import io.tinyanalytics.ingest.auth.Authentication;
import io.tinyanalytics.ingest.auth.Credentials;
import io.tinyanalytics.ingest.auth.Signatures;
import io.tinyanalytics.ingest.auth.Signatures.Claim;
import io.tinyanalytics.ingest.auth.SignedBody;
import io.tinyanalytics.ingest.auth.Sites;
import io.tinyanalytics.ingest.identity.ClientAddress;
import io.tinyanalytics.ingest.identity.DerivedDailySalts;
import io.tinyanalytics.ingest.identity.VisitorIdentity;
import io.tinyanalytics.ingest.metrics.IngestMetrics;
import io.tinyanalytics.ingest.metrics.MetricsReader;
import io.tinyanalytics.ingest.publish.PublishException;
import io.tinyanalytics.ingest.publish.PublishException.Reason;
import io.tinyanalytics.ingest.publish.RecordingPublisher;
import io.tinyanalytics.ingest.refusal.Refusal;
import io.tinyanalytics.ingest.refusal.RefusalCode;
import io.tinyanalytics.ingest.refusal.RefusedException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EventIntakeTest {

  private static final long NOON = 1_700_000_000_000L;
  private static final ClientHints HINTS = new ClientHints("\"Chromium\"", "?0", "\"Linux\"");
  private static final String EVENT =
      "{'site_id':'served','event_name':'pageview','url':'https://example.com/'}";

  private final RecordingPublisher publisher = new RecordingPublisher();
  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final MetricsReader metrics = new MetricsReader(registry);
  private final EventIntake intake =
      new EventIntake(
          new EventGate(
              new Authentication(Sites.in(Path.of("src/test/resources/sites.yml")), List.of()),
              new SiteRates(() -> 0),
              new DenyList(List.of("bot")),
              new EventStamp(new VisitorIdentity(new DerivedDailySalts(), "pepper"))),
          publisher,
          new IngestMetrics(registry),
          InstantSource.fixed(Instant.ofEpochMilli(NOON)));

  @Test
  void acceptsAnEventAndStampsIt() throws Exception {
    Receipt receipt = collect(EVENT, null, "Firefox");

    var outgoing = publisher.last();
    Origin origin = outgoing.event().origin();
    assertThat(receipt.refusal()).isNull();
    assertThat(receipt.eventId()).isEqualTo(outgoing.event().eventId());
    assertThat(outgoing.content())
        .isEqualTo(EventJson.contentHash(EventJson.readCollected(json(EVENT))));
    assertThat(outgoing.event().receivedAtMillis()).isEqualTo(NOON);
    assertThat(outgoing.event().event().tsMillis()).isEqualTo(NOON);
    assertThat(outgoing.event().event().url()).isEqualTo("https://example.com/");
    assertThat(origin.visitorId()).matches("[0-9a-f]{16}");
    assertThat(origin.ipHash()).matches("[0-9a-f]{64}");
    assertThat(origin.ipPrefix()).isEqualTo("198.51.100.0/24");
    assertThat(origin.userAgent()).isEqualTo("Firefox");
    assertThat(origin.hints()).isEqualTo(HINTS);
    assertThat(origin.acceptLanguage()).isEqualTo("de");
  }

  @Test
  void keepsTheClientsIdAndTime() throws Exception {
    Receipt receipt =
        collect(
            "{'site_id':'open','event_name':'e','event_id':'order:1','ts':1699999999999}",
            null,
            "Firefox");

    assertThat(receipt.eventId()).isEqualTo("order:1");
    assertThat(publisher.last().event().eventId()).isEqualTo("order:1");
    assertThat(publisher.last().event().event().tsMillis()).isEqualTo(NOON - 1);
  }

  @ParameterizedTest
  @CsvSource({
    "open,       1700000000000, 2023-11-14",
    "kiritimati, 1700000000000, 2023-11-15",
    "kiritimati, 1699955999999, 2023-11-14",
    "kiritimati, 1699956000000, 2023-11-15",
    "baker,      1700000000000, 2023-11-14",
    "baker,      1699963199999, 2023-11-13"
  })
  void stampsTheDayOfTheSite(String site, long tsMillis, LocalDate day) throws Exception {
    String event = "{'site_id':'" + site + "','event_name':'e','ts':" + tsMillis + "}";

    collect(event, null, "Firefox");

    assertThat(publisher.last().event().day()).isEqualTo(day);
  }

  @Test
  void publishesWhatTheClientMeasured() throws Exception {
    String event =
        "{'site_id':'open','event_name':'engagement','engaged_ms':15000,'scroll':60,"
            + "'revenue':{'amount':'9.99995','currency':'chf'},'page_view_id':'p-1','webdriver':true}";

    collect(event, null, "Firefox");

    assertThat(publisher.last().event().event().details())
        .isEqualTo(new EventDetails(15_000, 60, new Revenue(100_000, "CHF"), "p-1", true));
  }

  @Test
  void believesATrustedSenderAboutItsVisitor() throws Exception {
    String event =
        "{'site_id':'served','event_name':'e','ip':'2001:db8:1:2::3','user_agent':'Safari'}";

    collect(event, "served-server-secret", "okhttp");

    Origin origin = publisher.last().event().origin();
    assertThat(origin.ipPrefix()).isEqualTo("2001:db8:1::/48");
    assertThat(origin.userAgent()).isEqualTo("Safari");
    assertThat(origin.hints()).isEqualTo(ClientHints.NONE);
    assertThat(origin.acceptLanguage()).isNull();
  }

  @Test
  void neverPublishesAnAddress() throws Exception {
    collect(
        "{'site_id':'served','event_name':'e','ip':'203.0.113.77'}", "served-server-secret", "x");
    collect(EVENT, null, "x");

    assertThat(publisher.published())
        .extracting(outgoing -> new String(EventJson.write(outgoing.event()), UTF_8))
        .noneMatch(json -> json.contains("203.0.113.77") || json.contains("198.51.100.7"));
  }

  @Test
  void countsAnEventWithoutAddressForNobody() throws Exception {
    Submission submission =
        new Submission(
            new Credentials("served-key", null, SignedBody.unsigned(json(EVENT))),
            new Visitor(null, null, ClientHints.NONE, null, false));

    intake.collect(submission).join();

    assertThat(publisher.last().event().origin())
        .isEqualTo(new Origin(null, null, null, null, ClientHints.NONE, null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "-",
      textBlock =
          """
          {'site_id':'gone','event_name':'e'}                           | -                    | UNKNOWN_SITE
          {'site_id':'signed','event_name':'e'}                         | -                    | INVALID_SIGNATURE
          {'site_id':'open','event_name':'e'}                           | wrong                | INVALID_SIGNATURE
          {'site_id':'open','event_name':'e','ip':'203.0.113.9'}        | -                    | NOT_TRUSTED
          {'site_id':'open','event_name':'e','ip':'example.com'}        | -                    | NOT_TRUSTED
          {'site_id':'served','event_name':'e','user_agent':'x'}        | -                    | NOT_TRUSTED
          {'site_id':'served','event_name':'e','user_agent':'Googlebot'}| -                    | NOT_TRUSTED
          {'site_id':'served','event_name':'e','ip':'example.com'}      | served-server-secret | INVALID_VALUE
          {'site_id':'served','event_name':'e','ip':'fe80::1%lo'}       | served-server-secret | INVALID_VALUE
          {'site_id':'open','event_name':'e','ts':1}                    | -                    | INVALID_VALUE
          {'site_id':'gone','event_name':'e','ts':1}                    | -                    | UNKNOWN_SITE
          """)
  void refusesInTheOrderOfTheContract(String event, @Nullable String secret, RefusalCode code)
      throws Exception {
    Receipt receipt = collect(event, secret, "Firefox");

    assertThat(receipt.isRefusedAs(code)).as("%s", receipt).isTrue();
    assertThat(publisher.published()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          hello                                               | MALFORMED_JSON
          {'event_name':'e'}                                  | MISSING_FIELD
          {'site_id':'gone'}                                  | MISSING_FIELD
          {'site_id':'gone','event_name':7}                   | INVALID_VALUE
          """)
  void refusesWhatIsNoEventBeforeItLooksAtTheSite(String body, RefusalCode code) {
    assertThatThrownBy(() -> collect(body, null, "Firefox"))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.refusal().code()).isEqualTo(code));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-,       Googlebot/2.1, bot",
        "-,       Firefox,       -",
        "BingBOT, okhttp,        bot",
        "Safari,  mybot,         -"
      })
  void marksBotsByHeaderAndByWordOfATrustedSender(
      @Nullable String told, String header, @Nullable String botName) throws Exception {
    String field = told == null ? "" : ",'user_agent':'" + told + "'";
    String event = "{'site_id':'served','event_name':'e'" + field + "}";

    assertThat(collect(event, "served-server-secret", header).eventId()).isNotNull();
    assertThat(publisher.last().event().origin().botName()).isEqualTo(botName);
  }

  @Test
  void dropsBotsWhereTheSiteWantsThat() throws Exception {
    String event = "{'site_id':'strict','event_name':'e'}";

    assertThat(collect(event, null, "Googlebot/2.1")).isEqualTo(Receipt.IGNORED);
    assertThat(publisher.published()).isEmpty();
    assertThat(collect(event, null, "Firefox").eventId()).isNotNull();
  }

  @Test
  void countsVisitorsWhoAskNotToBeFollowedWithoutAnId() throws Exception {
    Origin honoured = originOfOneWhoOptsOut("open");
    assertThat(honoured.visitorId()).isNull();
    assertThat(honoured.ipHash()).isNull();
    assertThat(honoured.previousVisitorId()).isNull();
    assertThat(honoured.ipPrefix()).isEqualTo("198.51.100.0/24");

    Origin ignored = originOfOneWhoOptsOut("strict");
    assertThat(ignored.visitorId()).isNotNull();
    assertThat(ignored.ipHash()).isNotNull();
  }

  private Origin originOfOneWhoOptsOut(String site) throws Exception {
    SignedBody body =
        SignedBody.unsigned(json("{'site_id':'%s','event_name':'e'}".formatted(site)));
    Credentials credentials = new Credentials(site + "-key", null, body);
    Receipt receipt = intake.collect(new Submission(credentials, visitor("Firefox", true))).join();
    assertThat(receipt.eventId()).isNotNull();
    return publisher.last().event().origin();
  }

  @Test
  void asksOnlyStrangersForTheAgeThatTheSiteWants() throws Exception {
    String old = "{'site_id':'strict','event_name':'e','ts':%d}".formatted(NOON - 86_400_001);

    assertThat(collect(old, null, "Firefox").isRefusedAs(RefusalCode.INVALID_VALUE)).isTrue();
    assertThat(collect(old, "strict-server-secret", "Firefox").eventId()).isNotNull();
  }

  @Test
  void limitsTheEventsOfASiteAndOfOneNetworkOfItsClients() throws Exception {
    String event = "{'site_id':'strict','event_name':'e'}";
    for (int n = 0; n < 10; n++) {
      assertThat(collect(event, null, "Firefox").eventId()).isNotNull();
    }

    assertThat(collect(event, null, "Firefox").isRefusedAs(RefusalCode.RATE_LIMITED)).isTrue();
    for (int n = 0; n < 10; n++) {
      assertThat(collect(event, "strict-server-secret", "Firefox").eventId())
          .as("another's limit")
          .isNotNull();
    }
    assertThat(
            collect(event, "strict-server-secret", "Firefox").isRefusedAs(RefusalCode.RATE_LIMITED))
        .as("the site's own")
        .isTrue();
  }

  @Test
  void refusesWhatWasNotAcknowledgedAsUnavailable() throws Exception {
    publisher.failEventsNamed("pageview", Reason.TIMEOUT);

    assertThat(collect(EVENT, null, "Firefox").isRefusedAs(RefusalCode.UNAVAILABLE)).isTrue();
  }

  @Test
  void judgesEachEventOfABatchByItself() throws Exception {
    publisher.failEventsNamed("unlucky", Reason.FULL);

    List<Receipt> receipts =
        batch(
            "{'site_id':'open','event_name':'e','event_id':'a'}",
            "{'site_id':'served','event_name':'e'}",
            "{'site_id':'gone','event_name':'e'}",
            "{'site_id':'open'}",
            "7",
            "{'site_id':'open','event_name':'unlucky'}",
            "{'site_id':'open','event_name':'e','event_id':'b'}");

    assertThat(receipts)
        .extracting(it -> it.refusal() == null ? it.eventId() : it.refusal().code().word())
        .containsExactly(
            "a",
            "forbidden_site",
            "unknown_site",
            "missing_field",
            "malformed_json",
            "unavailable",
            "b");
  }

  @Test
  void publishesABatchWithoutWaitingForEachEvent() throws Exception {
    CompletableFuture<Void> acknowledgement = new CompletableFuture<>();
    publisher.behave(event -> acknowledgement);
    byte[] body = json("{'events':[" + EVENT + "," + EVENT + "]}");

    CompletableFuture<List<Receipt>> receipts =
        intake.collectBatch(submission(body, "served-key", null, "x"), EventJson::readBatch);

    assertThat(receipts).isNotDone();
    assertThat(metrics.sum("ingest_events_in_flight")).isEqualTo(2);
    acknowledgement.complete(null);
    assertThat(receipts.join()).hasSize(2).allMatch(it -> it.eventId() != null);
  }

  @Test
  void turnsADefectIntoARefusalOfTheOneEvent() throws Exception {
    publisher.behave(
        event -> {
          throw new IllegalStateException("a defect");
        });

    assertThat(collect(EVENT, null, "x").isRefusedAs(RefusalCode.INTERNAL_ERROR)).isTrue();
  }

  @Test
  void keepsTheArithmeticOfItsMetrics() throws Exception {
    CompletableFuture<Void> never = new CompletableFuture<>();
    collect(EVENT, null, "Firefox");
    collect("{'site_id':'strict','event_name':'e'}", null, "Googlebot");
    collect("{'site_id':'gone','event_name':'e'}", null, "x");
    batch("{'site_id':'open','event_name':'e'}", "7", "{'site_id':'gone','event_name':'e'}");
    intake.refuse(new Refusal(RefusalCode.TOO_LARGE, "the body is too large"));
    publisher.failEventsNamed("pageview", Reason.TIMEOUT);
    collect(EVENT, null, "x");
    publisher.behave(event -> CompletableFuture.failedFuture(new PublishException(Reason.FULL)));
    collect(EVENT, null, "x");
    publisher.behave(event -> CompletableFuture.failedFuture(new IllegalStateException("odd")));
    collect(EVENT, null, "x");
    publisher.behave(event -> never);
    var open = intake.collect(submission(json(EVENT), "served-key", null, "x"));

    assertThat(open).isNotDone();
    assertThat(metrics.sum("ingest_events_received")).isEqualTo(11);
    assertThat(metrics.sum("ingest_events_accepted")).isEqualTo(2);
    assertThat(metrics.sum("ingest_events_ignored")).isEqualTo(1);
    assertThat(metrics.sum("ingest_events_refused")).isEqualTo(7);
    assertThat(metrics.sum("ingest_events_in_flight")).isEqualTo(1);
    assertThat(metrics.value("ingest_events_refused", "unknown_site")).isEqualTo(2);
    assertThat(metrics.value("ingest_events_refused", "unavailable"))
        .isEqualTo(metrics.sum("ingest_publish_failures"))
        .isEqualTo(3);
    assertThat(metrics.value("ingest_publish_failures", "timeout")).isEqualTo(1);
    assertThat(metrics.value("ingest_publish_failures", "full")).isEqualTo(1);
    assertThat(metrics.value("ingest_publish_failures", "error")).isEqualTo(1);
    assertThat(metrics.sum("ingest_publish_seconds"))
        .isEqualTo(metrics.sum("ingest_events_accepted"));
  }

  private Receipt collect(String event, @Nullable String secret, String userAgent)
      throws RefusedException {
    byte[] body = json(event);
    String site = event.replaceAll(".*'site_id':'([^']*)'.*", "$1");
    return intake.collect(submission(body, site + "-key", secret, userAgent)).join();
  }

  private List<Receipt> batch(String... events) throws RefusedException {
    byte[] body = json("{'events':[" + String.join(",", events) + "]}");
    return intake
        .collectBatch(submission(body, "open-key", null, "Firefox"), EventJson::readBatch)
        .join();
  }

  private static Submission submission(
      byte[] body, String key, @Nullable String secret, String userAgent) {
    String signature =
        secret == null
            ? null
            : Hashing.hmacSha256(secret.getBytes(UTF_8)).hashBytes(body).toString();
    SignedBody signed =
        new Signatures(InstantSource.system())
            .body(body, body, new Claim("POST", "/v1/collect", signature, null));
    return new Submission(new Credentials(key, null, signed), visitor(userAgent, false));
  }

  private static Visitor visitor(String userAgent, boolean optsOut) {
    ClientAddress address = ClientAddress.parse("198.51.100.7").orElseThrow();
    return new Visitor(address, userAgent, HINTS, "de", optsOut);
  }

  private static byte[] json(String text) {
    return text.replace('\'', '"').getBytes(UTF_8);
  }
}

package io.tinyanalytics.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tinyanalytics.e2e.stack.Stack;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each key of the sites file does, from the request to the row or the figure. */
@ExtendWith(RunningStack.class)
final class SitesFileE2E {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CRAWLER = "Mozilla/5.0 (compatible; Examplecrawler/1.0)";
  private static final String CUBOT =
      "Mozilla/5.0 (Linux; Android 12; CUBOT P60) AppleWebKit/537.36 (KHTML, like Gecko)"
          + " Chrome/120.0.0.0 Mobile Safari/537.36";

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "keys,        keys-key,        202",
    "keys,        keys-read-key,   401",
    "keys,        hashed-key,      403",
    "keys-hashed, hashed-key,      202",
    "keys-hashed, sha256:f1d2,     401"
  })
  void apiKeyIsAKeyOrItsHash(String site, String key, int status, Stack stack) throws Exception {
    assertThat(stack.send(event(stack, site, key, "").build()).statusCode()).isEqualTo(status);
  }

  @ParameterizedTest(name = "{0} signed with {1}: {2}")
  @CsvSource({
    "secrets-hmac,   ,                     401",
    "secrets-hmac,   another secret,       401",
    "secrets-hmac,   secrets-hmac-new,     202",
    "secrets-hmac,   secrets-hmac-old,     202",
    "secrets-server, secrets-server-new,   202",
    "secrets-server, secrets-server-old,   202",
    "secrets-server, another secret,       401",
    "secrets-server, ,                     403"
  })
  void secretsNewAndPreviousMakeASenderTrusted(
      String site, @Nullable String secret, int status, Stack stack) throws Exception {
    String body = body(site, ",\"ip\":\"203.0.113.9\"");
    HttpRequest.Builder request = post(stack, site + "-key", body);
    if (secret != null) {
      request.header("X-TA-Signature", signature(secret, body));
    }

    assertThat(stack.send(request.build()).statusCode()).isEqualTo(status);
  }

  @Test
  void originsKeepOtherPagesOut(Stack stack) throws Exception {
    assertThat(fromPage(stack, "https://a.example").statusCode()).isEqualTo(202);
    assertThat(fromPage(stack, "https://b.example").statusCode()).isEqualTo(403);
  }

  private static HttpResponse<String> fromPage(Stack stack, String origin) throws Exception {
    return stack.send(event(stack, "origins", "origins-key", "").header("Origin", origin).build());
  }

  @Test
  void rateLimitsHoldForASiteAndForOneNetwork(Stack stack) throws Exception {
    List<String> statuses =
        batch(stack, "limits", 30).findValuesAsText("code").stream().distinct().toList();
    assertThat(statuses).as("events: 2").containsExactly("rate_limited");

    assertThat(batch(stack, "limits-client", 30).findValuesAsText("code"))
        .as("client_events: 1")
        .isNotEmpty()
        .containsOnly("rate_limited");
  }

  private static JsonNode batch(Stack stack, String site, int events) throws Exception {
    String body = (body(site, "") + "\n").repeat(events);
    HttpRequest request =
        HttpRequest.newBuilder(stack.collect("/v1/collect/batch"))
            .header("Content-Type", "application/x-ndjson")
            .header("X-TA-API-Key", site + "-key")
            .POST(BodyPublishers.ofString(body))
            .build();
    return JSON.readTree(stack.send(request).body());
  }

  @Test
  void botsAreFlaggedUnlessTheSiteDropsThem(Stack stack) throws Exception {
    assertThat(status(stack, "bots", CRAWLER)).isEqualTo("queued");
    assertThat(status(stack, "bots-flag", CRAWLER)).isEqualTo("queued");
    assertThat(status(stack, "bots-drop", CRAWLER)).isEqualTo("ignored");
    assertThat(status(stack, "bots-drop", CUBOT)).isEqualTo("queued");
    assertThat(status(stack, "bots", CUBOT)).isEqualTo("queued");

    await()
        .atMost(Stack.PATIENCE)
        .untilAsserted(
            () ->
                assertThat(
                        stack.sql(
                            "SELECT site_id, is_bot, bot_name FROM analytics.events"
                                + " WHERE site_id LIKE 'bots%' ORDER BY site_id, is_bot"))
                    .containsExactly(
                        "bots\tfalse\t",
                        "bots\ttrue\tExamplecrawler",
                        "bots-drop\tfalse\t",
                        "bots-flag\ttrue\tExamplecrawler"));
  }

  private static String status(Stack stack, String site, String userAgent) throws Exception {
    HttpRequest request =
        event(stack, site, site + "-key", "").header("User-Agent", userAgent).build();
    return JSON.readTree(stack.send(request).body()).path("status").asText();
  }

  @Test
  void gpcIsHonouredUnlessTheSiteIgnoresIt(Stack stack) throws Exception {
    for (String site : List.of("gpc", "gpc-honour", "gpc-ignore")) {
      HttpRequest request = event(stack, site, site + "-key", "").header("Sec-GPC", "1").build();
      assertThat(stack.send(request).statusCode()).isEqualTo(202);
    }

    await()
        .atMost(Stack.PATIENCE)
        .untilAsserted(
            () ->
                assertThat(
                        stack.sql(
                            "SELECT site_id, visitor_id != 0, ip_hash != toFixedString('', 32) FROM analytics.events"
                                + " WHERE site_id LIKE 'gpc%' ORDER BY site_id"))
                    .containsExactly("gpc\t0\t0", "gpc-honour\t0\t0", "gpc-ignore\t1\t1"));
  }

  @Test
  void maxAgeKeepsOldEventsOfStrangersOut(Stack stack) throws Exception {
    long now = Instant.now().toEpochMilli();
    assertThat(aged(stack, now - 1000)).isEqualTo(202);
    assertThat(aged(stack, now - 7_200_000)).isEqualTo(422);
  }

  private static int aged(Stack stack, long ts) throws Exception {
    return stack.send(event(stack, "max-age", "max-age-key", ",\"ts\":" + ts).build()).statusCode();
  }

  /** The two zones are 26 hours apart, so their days are never the same. */
  @Test
  void timezoneSaysWhichDayAnEventBelongsTo(Stack stack) throws Exception {
    for (String site : List.of("timezone-east", "timezone-west")) {
      assertThat(stack.send(event(stack, site, site + "-key", "").build()).statusCode())
          .isEqualTo(202);
    }

    await()
        .atMost(Stack.PATIENCE)
        .untilAsserted(
            () ->
                assertThat(
                        stack.sql(
                            "SELECT site_id, event_date = toDate(event_time, 'Pacific/Kiritimati'),"
                                + " event_date = toDate(event_time, 'Etc/GMT+12'), visitor_id != 0"
                                + " FROM analytics.events"
                                + " WHERE site_id LIKE 'timezone-%' ORDER BY site_id"))
                    .containsExactly("timezone-east\t1\t0\t1", "timezone-west\t0\t1\t1"));
  }

  @ParameterizedTest(name = "{0} read with {1}: {2}")
  @CsvSource({
    "keys,        ,              401",
    "keys,        keys-key,      401",
    "keys,        keys-read-key, 200",
    "keys-hashed, hashed-read,   200",
    "keys-hashed, keys-read-key, 403",
    "bots,        ,              200",
    "bots,        keys-read-key, 200",
    "gpc,         ,              401"
  })
  void readKeyOrPublicStatsOpenTheFigures(
      String site, @Nullable String key, int status, Stack stack) throws Exception {
    String path = "/v1/metrics/pageviews?from=2026-01-01&to=2026-01-31&site_id=" + site;
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + stack.port(8081) + path));
    if (key != null) {
      request.header("X-TA-API-Key", key);
    }

    assertThat(stack.send(request.build()).statusCode()).isEqualTo(status);
  }

  private static HttpRequest.Builder event(Stack stack, String site, String key, String fields) {
    return post(stack, key, body(site, fields));
  }

  private static String body(String site, String fields) {
    return "{\"site_id\":\"" + site + "\",\"event_name\":\"pageview\"" + fields + "}";
  }

  private static HttpRequest.Builder post(Stack stack, String key, String body) {
    return HttpRequest.newBuilder(stack.collect("/v1/collect"))
        .header("Content-Type", "application/json")
        .header("X-TA-API-Key", key)
        .POST(BodyPublishers.ofString(body));
  }

  private static String signature(String secret, String body) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
    return HexFormat.of().formatHex(mac.doFinal(body.getBytes(UTF_8)));
  }
}

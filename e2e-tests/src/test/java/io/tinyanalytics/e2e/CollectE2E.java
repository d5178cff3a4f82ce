package io.tinyanalytics.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tinyanalytics.e2e.stack.Stack;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the edge takes and refuses, and who may read. */
@ExtendWith(RunningStack.class)
final class CollectE2E {

  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      textBlock =
          """
          contract-key | {oops                                                                     | 400 | malformed_json
          contract-key | {'event_name':'pageview'}                                                 | 400 | missing_field
          contract-key | {'site_id':'contract'}                                                    | 400 | missing_field
          wrong-key    | {'site_id':'contract','event_name':'pageview'}                            | 401 | invalid_key
          contract-key | {'site_id':'nobody','event_name':'pageview'}                              | 401 | unknown_site
          signed-key   | {'site_id':'signed','event_name':'pageview'}                              | 401 | invalid_signature
          contract-key | {'site_id':'contract','event_name':'pageview','ip':'203.0.113.9'}         | 403 | not_trusted
          contract-key | {'site_id':'contract','event_name':'pageview','user_agent':'x'}           | 403 | not_trusted
          contract-key | {'site_id':'contract','event_name':'pageview','ts':4000000000000}         | 422 | invalid_value
          contract-key | {'site_id':'contract','event_name':'pageview','url':7}                    | 422 | invalid_value
          """)
  void refusesBadInputWithItsCode(String key, String body, int status, String code, Stack stack)
      throws Exception {
    HttpResponse<String> answer = post(stack, key, body.replace('\'', '"'));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(JSON.readTree(answer.body()).path("code").asText()).isEqualTo(code);
    assertThat(JSON.readTree(answer.body()).path("error").asText()).isNotEmpty();
  }

  @Test
  void refusesALargeBody(Stack stack) throws Exception {
    HttpResponse<String> answer = post(stack, "contract-key", " ".repeat(2 * 1024 * 1024));

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(JSON.readTree(answer.body()).path("code").asText()).isEqualTo("too_large");
  }

  @Test
  void storesAUnicodeHostAsBrowsersNameIt(Stack stack) throws Exception {
    String body =
        "{\"site_id\":\"contract\",\"event_name\":\"pageview\",\"url\":\"https://bücher.example/é\"}";
    assertThat(post(stack, "contract-key", body).statusCode()).isEqualTo(202);

    await()
        .atMost(Stack.PATIENCE)
        .untilAsserted(
            () ->
                assertThat(
                        stack.sql(
                            "SELECT hostname, path FROM analytics.events WHERE url LIKE 'https://b%cher.example/%'"))
                    .containsExactly("xn--bcher-kva.example\t/%C3%A9"));
  }

  @Test
  void showsAPrivateSiteToItsReadKeyOnly(Stack stack) throws Exception {
    assertThat(read(stack, null)).isEqualTo(401);
    assertThat(read(stack, "nonsense")).isEqualTo(401);
    assertThat(read(stack, "signed-read-key")).isEqualTo(403);
    assertThat(read(stack, "contract-read-key")).isEqualTo(200);
  }

  private static int read(Stack stack, @Nullable String key) throws Exception {
    String query = "/v1/metrics/pageviews?site_id=contract&from=2026-01-01&to=2026-01-31";
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + stack.port(8081) + query));
    if (key != null) {
      request.header("X-TA-API-Key", key);
    }
    return stack.send(request.build()).statusCode();
  }

  private static HttpResponse<String> post(Stack stack, String key, String body) throws Exception {
    return stack.send(
        HttpRequest.newBuilder(stack.collect("/v1/collect"))
            .header("Content-Type", "application/json")
            .header("X-TA-API-Key", key)
            .POST(BodyPublishers.ofString(body))
            .build());
  }
}

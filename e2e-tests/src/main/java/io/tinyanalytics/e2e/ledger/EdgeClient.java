package io.tinyanalytics.e2e.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tinyanalytics.e2e.stack.Stack;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Sends parcels to the edge of a stack, one request each. */
final class EdgeClient {

  /** Longer than the time that the edge waits for Kafka. */
  static final Duration TIMEOUT = Duration.ofSeconds(8);

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int TAKEN = 202;
  private static final int PARTLY = 207;

  /** The request was too slow or over a limit: it may be sent again. */
  private static final Set<Integer> LATER = Set.of(408, 429);

  /** Codes of temporary errors: the event may be sent again later. */
  private static final Set<String> PASSING = Set.of("unavailable", "rate_limited");

  private final Stack stack;

  EdgeClient(Stack stack) {
    this.stack = stack;
  }

  /** Returns the answer for each item, in order. If there is no answer, all are unknown. */
  List<Answer> send(Parcel parcel) throws InterruptedException {
    try {
      return answers(parcel, stack.send(request(parcel)));
    } catch (IOException e) {
      return all(parcel, Answer.UNKNOWN);
    }
  }

  private HttpRequest request(Parcel parcel) {
    String body = parcel.body();
    String path = parcel.isBatch() ? "/v1/collect/batch" : "/v1/collect";
    HttpRequest.Builder request =
        HttpRequest.newBuilder(stack.collect(path))
            .timeout(TIMEOUT)
            .header("Content-Type", "application/json")
            .header("User-Agent", parcel.sender())
            .header("X-TA-API-Key", parcel.site().key())
            .POST(BodyPublishers.ofString(body));
    String secret = parcel.site().secret();
    if (secret != null) {
      request.header("X-TA-Signature", signature(body, secret));
    }
    return request.build();
  }

  private static List<Answer> answers(Parcel parcel, HttpResponse<String> response)
      throws IOException {
    int status = response.statusCode();
    if (status >= 500 || LATER.contains(status)) {
      return all(parcel, Answer.UNKNOWN);
    }
    if (status != TAKEN && status != PARTLY) {
      return all(parcel, Answer.REFUSED);
    }
    JsonNode json = JSON.readTree(response.body());
    if (!parcel.isBatch()) {
      return List.of(answer(json));
    }
    return StreamSupport.stream(json.path("results").spliterator(), false)
        .map(EdgeClient::answer)
        .toList();
  }

  private static Answer answer(JsonNode result) {
    if (result.path("status").asText().equals("queued")) {
      return Answer.taken(result.path("event_id").asText());
    }
    boolean later = PASSING.contains(result.path("code").asText());
    return later ? Answer.UNKNOWN : Answer.REFUSED;
  }

  private static List<Answer> all(Parcel parcel, Answer answer) {
    return Collections.nCopies(parcel.items().size(), answer);
  }

  private static String signature(String body, String secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), mac.getAlgorithm()));
      return HexFormat.of().formatHex(mac.doFinal(body.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no HmacSHA256", e);
    }
  }
}

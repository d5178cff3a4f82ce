package io.tinyanalytics.ingest.collect;

import static java.util.Objects.requireNonNull;

import io.tinyanalytics.ingest.intake.Receipt;
import io.tinyanalytics.ingest.refusal.Refusal;
import io.tinyanalytics.ingest.refusal.RefusalCode;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/** An answer over HTTP: the one place where what became of events turns into a status. */
final class Answer {

  /** Seconds: by then the edge has tried again to reach Kafka. */
  static final String RETRY_AFTER = "2";

  private final int status;
  private final boolean retryLater;
  private final Json json;

  private Answer(int status, boolean retryLater, Json json) {
    this.status = status;
    this.retryLater = retryLater;
    this.json = json;
  }

  static Answer of(Receipt receipt) {
    Refusal refusal = receipt.refusal();
    return refusal == null
        ? new Answer(HttpServletResponse.SC_ACCEPTED, false, json -> json.receipt(receipt))
        : of(refusal);
  }

  static Answer of(Refusal refusal) {
    return new Answer(
        status(refusal.code()),
        refusal.code() == RefusalCode.UNAVAILABLE,
        json -> json.error(refusal.code().word(), refusal.sentence()));
  }

  /** A batch none of whose events could be stored is answered as one such event is. */
  static Answer of(List<Receipt> receipts) {
    long unavailable =
        receipts.stream().filter(receipt -> receipt.isRefusedAs(RefusalCode.UNAVAILABLE)).count();
    if (unavailable > 0 && unavailable == receipts.size()) {
      return of(requireNonNull(receipts.get(0).refusal()));
    }
    boolean refused = receipts.stream().anyMatch(it -> it.refusal() != null);
    return new Answer(
        refused ? 207 : HttpServletResponse.SC_ACCEPTED,
        unavailable > 0,
        json -> json.results(receipts));
  }

  private static int status(RefusalCode code) {
    return switch (code) {
      case MALFORMED_JSON, MISSING_FIELD -> 400;
      case UNKNOWN_SITE, INVALID_KEY, INVALID_SIGNATURE -> 401;
      case NOT_TRUSTED, FORBIDDEN_SITE -> 403;
      case TOO_LARGE -> 413;
      case UNSUPPORTED_MEDIA_TYPE -> 415;
      case INVALID_VALUE -> 422;
      case INTERNAL_ERROR -> 500;
      case UNAVAILABLE -> 503;
    };
  }

  void writeTo(HttpServletResponse response) throws IOException {
    byte[] body = JsonWriter.bytes(json);
    response.setStatus(status);
    response.setContentType(JsonWriter.MEDIA_TYPE);
    response.setContentLength(body.length);
    if (retryLater) {
      response.setHeader("Retry-After", RETRY_AFTER);
    }
    response.getOutputStream().write(body);
  }

  /** What the body says. */
  @FunctionalInterface
  interface Json {
    void writeTo(JsonWriter json) throws IOException;
  }
}

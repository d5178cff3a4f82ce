package io.tinyanalytics.ingest.http;

import static java.util.Objects.requireNonNull;

import io.tinyanalytics.ingest.intake.Receipt;
import io.tinyanalytics.ingest.refusal.Refusal;
import io.tinyanalytics.ingest.refusal.RefusalCode;
import io.tinyanalytics.service.errors.ApiError;
import io.tinyanalytics.service.errors.ErrorCode;
import java.nio.ByteBuffer;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** An HTTP answer. This class alone maps the outcome of events to a status. */
final class Answer {

  /** In seconds: by then the edge has tried again to reach Kafka. */
  private static final String RETRY_AFTER = "2";

  /** In seconds: by then half of a rate limit's allowance is available again. */
  private static final String LIMIT_RETRY_AFTER = "5";

  private final int status;
  private final String mediaType;
  private final byte[] body;
  private final @Nullable String retryAfter;

  private Answer(int status, String mediaType, byte[] body, @Nullable String retryAfter) {
    this.status = status;
    this.mediaType = mediaType;
    this.body = body;
    this.retryAfter = retryAfter;
  }

  static Answer of(Receipt receipt) {
    Refusal refusal = receipt.refusal();
    return refusal == null
        ? json(HttpStatus.ACCEPTED_202, json -> json.receipt(receipt), null)
        : of(refusal);
  }

  static Answer of(Refusal refusal) {
    ErrorCode code = refusal.code().error();
    byte[] body = ApiError.of(code, refusal.sentence()).json();
    return new Answer(code.status(), JsonWriter.MEDIA_TYPE, body, retryAfter(refusal.code()));
  }

  /** An answer of 200 that is not about events. */
  static Answer ok(String mediaType, byte[] body) {
    return new Answer(HttpStatus.OK_200, mediaType, body, null);
  }

  /** A batch whose events were all refused for the same temporary reason is refused as a whole. */
  static Answer of(List<Receipt> receipts) {
    for (RefusalCode code : RefusalCode.PASSING) {
      if (!receipts.isEmpty() && receipts.stream().allMatch(it -> it.isRefusedAs(code))) {
        return of(requireNonNull(receipts.get(0).refusal()));
      }
    }
    boolean refused = receipts.stream().anyMatch(it -> it.refusal() != null);
    return json(
        refused ? HttpStatus.MULTI_STATUS_207 : HttpStatus.ACCEPTED_202,
        json -> json.results(receipts),
        RefusalCode.PASSING.stream()
            .filter(code -> receipts.stream().anyMatch(it -> it.isRefusedAs(code)))
            .findFirst()
            .map(Answer::retryAfter)
            .orElse(null));
  }

  /** The image if the event was accepted, and the error if it was refused. */
  static Answer image(Receipt receipt) {
    Refusal refusal = receipt.refusal();
    return refusal == null ? ok(Pixel.MEDIA_TYPE, Pixel.BYTES) : of(refusal);
  }

  private static Answer json(int status, JsonWriter.Body body, @Nullable String retryAfter) {
    return new Answer(status, JsonWriter.MEDIA_TYPE, JsonWriter.bytes(body), retryAfter);
  }

  private static @Nullable String retryAfter(RefusalCode code) {
    return switch (code) {
      case UNAVAILABLE -> RETRY_AFTER;
      case RATE_LIMITED -> LIMIT_RETRY_AFTER;
      default -> null;
    };
  }

  int status() {
    return status;
  }

  /** Does not wait until the client reads it. */
  void writeTo(Response response, Callback callback) {
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, mediaType);
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    if (retryAfter != null) {
      response.getHeaders().put(HttpHeader.RETRY_AFTER, retryAfter);
    }
    response.write(true, ByteBuffer.wrap(body), callback);
  }

  /** Turns the outcome of one event into an answer. */
  @FunctionalInterface
  interface OfReceipt {
    Answer of(Receipt receipt);
  }
}

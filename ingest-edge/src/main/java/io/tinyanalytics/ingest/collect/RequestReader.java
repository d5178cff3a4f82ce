package io.tinyanalytics.ingest.collect;

import com.google.common.io.ByteStreams;
import io.tinyanalytics.event.ClientHints;
import io.tinyanalytics.event.EventLimits;
import io.tinyanalytics.ingest.auth.SignedBody;
import io.tinyanalytics.ingest.identity.ClientAddress;
import io.tinyanalytics.ingest.intake.Submission;
import io.tinyanalytics.ingest.intake.Visitor;
import io.tinyanalytics.ingest.refusal.RefusalCode;
import io.tinyanalytics.ingest.refusal.RefusedException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads from a request all that the intake wants to know. */
final class RequestReader {

  /**
   * How much of a body that is too large is read without being kept. A sender that is cut off while
   * it still sends may never see the answer; one that waits for "100 Continue" need not send.
   */
  private static final long MOST_THROWN_AWAY = 8L * EventLimits.BODY_BYTES;

  private RequestReader() {}

  /** The media type in small letters and without parameters; empty if none was given. */
  static String mediaType(HttpServletRequest request) {
    String type = request.getContentType();
    return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  /** Reads the body once, and never more than {@code limit} bytes of it. */
  static Submission submission(HttpServletRequest request, int limit)
      throws IOException, RefusedException {
    return new Submission(
        new SignedBody(body(request, limit), request.getHeader("X-TA-Signature")),
        request.getHeader("X-TA-API-Key"),
        sender(request));
  }

  private static byte[] body(HttpServletRequest request, int limit)
      throws IOException, RefusedException {
    long told = request.getContentLengthLong();
    InputStream in = request.getInputStream();
    byte[] body = told > limit ? null : in.readNBytes(told < 0 ? limit + 1 : (int) told);
    if (body == null || body.length > limit) {
      if (request.getHeader("Expect") == null) {
        ByteStreams.exhaust(ByteStreams.limit(in, MOST_THROWN_AWAY));
      }
      throw new RefusedException(
          RefusalCode.TOO_LARGE, "the body may be at most " + limit + " bytes");
    }
    return body;
  }

  private static Visitor sender(HttpServletRequest request) {
    return new Visitor(
        Optional.ofNullable(request.getRemoteAddr()).flatMap(ClientAddress::ofPeer).orElse(null),
        header(request, "User-Agent", EventLimits.USER_AGENT_LENGTH),
        new ClientHints(
            header(request, "Sec-CH-UA", EventLimits.HINT_LENGTH),
            header(request, "Sec-CH-UA-Mobile", EventLimits.HINT_LENGTH),
            header(request, "Sec-CH-UA-Platform", EventLimits.HINT_LENGTH)),
        header(request, "Accept-Language", EventLimits.HINT_LENGTH));
  }

  /** A header as text that an event may hold: cut to its length, and null if it is empty. */
  static @Nullable String header(HttpServletRequest request, String name, int longest) {
    String value = request.getHeader(name);
    if (value == null || value.isEmpty()) {
      return null;
    }
    if (value.length() <= longest) {
      return value;
    }
    int end = Character.isHighSurrogate(value.charAt(longest - 1)) ? longest - 1 : longest;
    return value.substring(0, end);
  }
}

package io.tinyanalytics.ingest.collect;

import io.tinyanalytics.event.ClientHints;
import io.tinyanalytics.event.EventLimits;
import io.tinyanalytics.ingest.auth.SignedBody;
import io.tinyanalytics.ingest.identity.ClientAddress;
import io.tinyanalytics.ingest.intake.Submission;
import io.tinyanalytics.ingest.intake.Visitor;
import io.tinyanalytics.ingest.refusal.RefusedException;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** Reads from a request all that the intake wants to know. */
final class RequestReader {

  private RequestReader() {}

  /** The media type in small letters and without parameters; empty if none was given. */
  static String mediaType(Request request) {
    String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
    return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  /**
   * @param sent the body as it was sent, which is what is signed
   * @param content the same body, unpacked
   */
  static Submission submission(Request request, byte[] sent, byte[] content)
      throws RefusedException {
    return new Submission(
        new SignedBody(sent, content, request.getHeaders().get("X-TA-Signature")),
        key(request),
        sender(request));
  }

  /** Where a sender cannot set headers, as {@code sendBeacon}, the key stands in the query. */
  private static @Nullable String key(Request request) throws RefusedException {
    String key = request.getHeaders().get("X-TA-API-Key");
    return key == null ? Query.of(request).value("key") : key;
  }

  static Visitor sender(Request request) {
    return new Visitor(
        Optional.ofNullable(Request.getRemoteAddr(request))
            .flatMap(ClientAddress::ofPeer)
            .orElse(null),
        header(request, "User-Agent", EventLimits.USER_AGENT_LENGTH),
        new ClientHints(
            header(request, "Sec-CH-UA", EventLimits.HINT_LENGTH),
            header(request, "Sec-CH-UA-Mobile", EventLimits.HINT_LENGTH),
            header(request, "Sec-CH-UA-Platform", EventLimits.HINT_LENGTH)),
        header(request, "Accept-Language", EventLimits.HINT_LENGTH));
  }

  /** A header as text that an event may hold: cut to its length, and null if it is empty. */
  private static @Nullable String header(Request request, String name, int longest) {
    String value = request.getHeaders().get(name);
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

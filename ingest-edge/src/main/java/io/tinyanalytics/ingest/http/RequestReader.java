package io.tinyanalytics.ingest.http;

import static java.util.Objects.requireNonNull;

import io.tinyanalytics.event.ClientHints;
import io.tinyanalytics.event.EventLimits;
import io.tinyanalytics.ingest.auth.Credentials;
import io.tinyanalytics.ingest.auth.Signatures;
import io.tinyanalytics.ingest.auth.Signatures.Claim;
import io.tinyanalytics.ingest.identity.ClientAddress;
import io.tinyanalytics.ingest.identity.TrustedProxies;
import io.tinyanalytics.ingest.intake.Visitor;
import io.tinyanalytics.ingest.refusal.RefusedException;
import java.util.Locale;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** Reads from a request what the intake needs to know. */
public final class RequestReader {

  private final Signatures signatures;
  private final TrustedProxies proxies;
  private final ClientLimit limit;

  public RequestReader(Signatures signatures, TrustedProxies proxies, ClientLimit limit) {
    this.signatures = requireNonNull(signatures, "signatures is null");
    this.proxies = requireNonNull(proxies, "proxies is null");
    this.limit = requireNonNull(limit, "limit is null");
  }

  /** The media type in lower case and without parameters; empty if the header is absent. */
  static String mediaType(Request request) {
    String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
    return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  /** Reads who sends a request, before its body; refuses a request over the rate limit. */
  Visitor sender(Request request) throws RefusedException {
    Visitor sender = visitor(request);
    limit.pass(sender.address());
    return sender;
  }

  /**
   * Reads the credentials of the sender.
   *
   * @param sent the body as it was sent, which is what is signed
   * @param content the same body, decompressed
   */
  Credentials credentials(Request request, byte[] sent, byte[] content) throws RefusedException {
    HttpFields headers = request.getHeaders();
    Claim claim =
        new Claim(
            request.getMethod(),
            request.getHttpURI().getPathQuery(),
            headers.get("X-TA-Signature"),
            headers.get("X-TA-Signature-V2"));
    return new Credentials(
        key(request), headers.get(HttpHeader.ORIGIN), signatures.body(sent, content, claim));
  }

  /**
   * The API key, from the header or from the query: {@code sendBeacon}, for example, cannot set
   * headers.
   */
  private static @Nullable String key(Request request) throws RefusedException {
    String key = request.getHeaders().get("X-TA-API-Key");
    return key == null ? Query.of(request).value("key") : key;
  }

  private Visitor visitor(Request request) {
    return new Visitor(
        address(request),
        header(request, "User-Agent", EventLimits.USER_AGENT_LENGTH),
        new ClientHints(
            list(request, "Sec-CH-UA", EventLimits.HINT_LENGTH),
            header(request, "Sec-CH-UA-Mobile", EventLimits.HINT_LENGTH),
            header(request, "Sec-CH-UA-Platform", EventLimits.HINT_LENGTH)),
        list(request, "Accept-Language", EventLimits.HINT_LENGTH),
        says(request, "Sec-GPC") || says(request, "DNT"));
  }

  private @Nullable ClientAddress address(Request request) {
    String peer = Request.getRemoteAddr(request);
    return peer == null
        ? null
        : proxies
            .client(peer, request.getHeaders().getValuesList(proxies.headerName()))
            .orElse(null);
  }

  private static boolean says(Request request, String header) {
    return "1".equals(request.getHeaders().get(header));
  }

  private static @Nullable String header(Request request, String name, int longest) {
    return cut(request.getHeaders().get(name), longest);
  }

  /** A header that is a list, and so may have several lines. */
  private static @Nullable String list(Request request, String name, int longest) {
    return cut(String.join(", ", request.getHeaders().getValuesList(name)), longest);
  }

  /** A header as text that an event may hold: cut to its length, and null if it is empty. */
  private static @Nullable String cut(@Nullable String value, int longest) {
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

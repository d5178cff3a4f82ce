package io.tinyanalytics.ingest;

import static java.util.Objects.requireNonNull;

import io.tinyanalytics.ingest.settings.CommaList;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Lets pages of other origins send events; never with cookies, which are not used. */
final class CrossOrigin extends Handler.Wrapper {

  private static final String ANY = "*";
  private static final String METHODS = "GET, POST, OPTIONS";
  private static final String HEADERS =
      "Content-Type, Content-Encoding, X-TA-API-Key, X-TA-Signature, X-TA-Signature-V2";

  /** Browsers ask again after so many seconds. */
  private static final String PREFLIGHT_AGE = "3600";

  private final Predicate<String> allowed;

  /**
   * @param allowed tells whether an origin, as browsers send it, may read the answers
   */
  CrossOrigin(Predicate<String> allowed, Handler next) {
    super(next);
    this.allowed = requireNonNull(allowed, "allowed is null");
  }

  /**
   * @param origins comma separated, each as the browser sends it; an asterisk is any
   */
  static Predicate<String> listed(String origins) {
    Set<String> list = Set.copyOf(CommaList.of(origins));
    return origin -> list.contains(ANY) || list.contains(origin);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    HttpFields.Mutable answer = response.getHeaders();
    answer.add(HttpHeader.VARY, HttpHeader.ORIGIN.asString());
    String origin = request.getHeaders().get(HttpHeader.ORIGIN);
    if (isAllowed(origin)) {
      answer.put(HttpHeader.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
      answer.put(HttpHeader.ACCESS_CONTROL_EXPOSE_HEADERS, HttpHeader.RETRY_AFTER.asString());
      if (request.getHeaders().contains(HttpHeader.ACCESS_CONTROL_REQUEST_METHOD)) {
        answer.put(HttpHeader.ACCESS_CONTROL_ALLOW_METHODS, METHODS);
        answer.put(HttpHeader.ACCESS_CONTROL_ALLOW_HEADERS, HEADERS);
        answer.put(HttpHeader.ACCESS_CONTROL_MAX_AGE, PREFLIGHT_AGE);
      }
    }
    return super.handle(request, response, callback);
  }

  private boolean isAllowed(@Nullable String origin) {
    return origin != null && allowed.test(origin);
  }
}

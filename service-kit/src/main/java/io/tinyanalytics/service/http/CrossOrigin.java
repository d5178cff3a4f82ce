package io.tinyanalytics.service.http;

import static java.util.Objects.requireNonNull;

import io.tinyanalytics.service.settings.CommaList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Lets pages of other origins read answers (CORS), never with cookies: no service uses any. */
public final class CrossOrigin extends Handler.Wrapper {

  private static final String ANY = "*";

  /** For how many seconds a browser need not ask again. */
  private static final String PREFLIGHT_AGE = "3600";

  private final String methods;
  private final String headers;
  private final Predicate<String> allowed;

  /**
   * Sets the rules.
   *
   * @param methods beside OPTIONS
   * @param headers that a page may send
   * @param allowed whether pages of an origin may read the answers
   */
  public CrossOrigin(List<String> methods, List<String> headers, Predicate<String> allowed) {
    this.methods = String.join(", ", methods) + ", OPTIONS";
    this.headers = String.join(", ", headers);
    this.allowed = requireNonNull(allowed, "allowed is null");
  }

  /**
   * Allows a list of origins.
   *
   * @param origins separated by commas, each as the browser sends it; an asterisk allows all
   */
  public static Predicate<String> listed(String origins) {
    Set<String> list = Set.copyOf(CommaList.of(origins));
    return origin -> list.contains(ANY) || list.contains(origin);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    HttpFields.Mutable answer = response.getHeaders();
    answer.add(HttpHeader.VARY, HttpHeader.ORIGIN.asString());
    String origin = request.getHeaders().get(HttpHeader.ORIGIN);
    if (!isAllowed(origin)) {
      return super.handle(request, response, callback);
    }
    answer.put(HttpHeader.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
    answer.put(HttpHeader.ACCESS_CONTROL_EXPOSE_HEADERS, HttpHeader.RETRY_AFTER.asString());
    if (isPreflight(request)) {
      answerPreflight(response, callback);
      return true;
    }
    return super.handle(request, response, callback);
  }

  private boolean isAllowed(@Nullable String origin) {
    return origin != null && allowed.test(origin);
  }

  private static boolean isPreflight(Request request) {
    return HttpMethod.OPTIONS.is(request.getMethod())
        && request.getHeaders().contains(HttpHeader.ACCESS_CONTROL_REQUEST_METHOD);
  }

  private void answerPreflight(Response response, Callback callback) {
    HttpFields.Mutable answer = response.getHeaders();
    answer.put(HttpHeader.ACCESS_CONTROL_ALLOW_METHODS, methods);
    answer.put(HttpHeader.ACCESS_CONTROL_ALLOW_HEADERS, headers);
    answer.put(HttpHeader.ACCESS_CONTROL_MAX_AGE, PREFLIGHT_AGE);
    response.setStatus(HttpStatus.NO_CONTENT_204);
    callback.succeeded();
  }
}

package io.tinyanalytics.query.reports;

import io.tinyanalytics.query.access.Access;
import io.tinyanalytics.query.access.Sites;
import io.tinyanalytics.query.errors.ApiException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * The endpoints of the reports: what each answers, who may read it, and how long it may be cached.
 */
@Path("/v1/metrics")
@Produces(MediaType.APPLICATION_JSON)
public final class ReportsResource {
  private static final String KEY_HEADER = "X-TA-API-Key";

  private final Supplier<Sites> sites;
  private final CachedReports reports;
  private final InstantSource clock;

  public ReportsResource(Supplier<Sites> sites, CachedReports reports, InstantSource clock) {
    this.sites = sites;
    this.reports = reports;
    this.clock = clock;
  }

  /** Builds the response body from an answer. */
  private interface Body<T> {
    T of(ReportRequest request, Answer answer, Instant now);
  }

  @GET
  @Path("pageviews")
  public Response pageviews(@Context UriInfo uri, @Context HttpHeaders headers) {
    return answer(Report.PAGEVIEWS, uri, headers, TimeSeries::of);
  }

  @GET
  @Path("unique-users")
  public Response uniqueUsers(@Context UriInfo uri, @Context HttpHeaders headers) {
    return answer(Report.UNIQUE_USERS, uri, headers, TimeSeries::of);
  }

  @GET
  @Path("top-pages")
  public Response topPages(@Context UriInfo uri, @Context HttpHeaders headers) {
    return answer(Report.TOP_PAGES, uri, headers, TopPages::of);
  }

  private <T> Response answer(Report report, UriInfo uri, HttpHeaders headers, Body<T> body) {
    ReportRequest request = new ReportParameters(uri.getQueryParameters()).request(report);
    Access access = admitted(request.siteId(), headers);
    Answer answer = answer(request, wantsFresh(headers));
    return keptBy(access, Response.ok(body.of(request, answer, clock.instant()))).build();
  }

  private Access admitted(String siteId, HttpHeaders headers) {
    Access access = sites.get().access(siteId, headers.getHeaderString(KEY_HEADER));
    return switch (access) {
      case PUBLIC, PRIVATE -> access;
      case INVALID_KEY -> throw ApiException.invalidKey();
      case FORBIDDEN_SITE -> throw ApiException.forbiddenSite();
    };
  }

  private Answer answer(ReportRequest request, boolean fresh) {
    try {
      return fresh ? reports.freshAnswer(request) : reports.answer(request);
    } catch (ReportsUnavailableException unavailable) {
      throw ApiException.unavailable();
    }
  }

  private static boolean wantsFresh(HttpHeaders headers) {
    String directives = headers.getHeaderString(HttpHeaders.CACHE_CONTROL);
    return directives != null
        && Arrays.stream(directives.split(",", -1))
            .anyMatch(directive -> directive.strip().equalsIgnoreCase("no-cache"));
  }

  /**
   * Sets the cache headers. A {@code Vary} set here replaces the server's own, so it repeats its
   * values.
   */
  private static ResponseBuilder keptBy(Access access, ResponseBuilder answer) {
    String maxAge = "max-age=" + CachedReports.TIME_TO_LIVE.toSeconds();
    return access == Access.PUBLIC
        ? answer.header(HttpHeaders.CACHE_CONTROL, "public, " + maxAge)
        : answer
            .header(HttpHeaders.CACHE_CONTROL, "private, " + maxAge)
            .header(HttpHeaders.VARY, "Accept-Encoding, Origin, " + KEY_HEADER);
  }
}

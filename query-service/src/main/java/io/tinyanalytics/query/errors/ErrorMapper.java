package io.tinyanalytics.query.errors;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns whatever ends a request early into an {@link ApiError}; a failure nobody foresaw is logged
 * here and told to the caller without a detail of it.
 */
public final class ErrorMapper implements ExceptionMapper<Throwable> {
  private static final Logger LOGGER = LoggerFactory.getLogger(ErrorMapper.class);
  private static final String RETRY_AFTER_SECONDS = "5";

  @Override
  public Response toResponse(Throwable failure) {
    if (failure instanceof ApiException refusal) {
      return refused(refusal);
    }
    if (failure instanceof WebApplicationException http && isCallersFault(http.getResponse())) {
      return misdirected(http.getResponse());
    }
    LOGGER.error("A request failed for a reason nobody foresaw", failure);
    return answer(
            Status.INTERNAL_SERVER_ERROR.getStatusCode(),
            new ApiError("The service failed to answer.", "internal_error"))
        .build();
  }

  private static Response refused(ApiException refusal) {
    ResponseBuilder answer = answer(refusal.status().getStatusCode(), refusal.body());
    if (refusal.status() == Status.SERVICE_UNAVAILABLE) {
      answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }
    return answer.build();
  }

  private static boolean isCallersFault(Response response) {
    return response.getStatusInfo().getFamily() == Status.Family.CLIENT_ERROR;
  }

  private static Response misdirected(Response original) {
    ApiError body =
        switch (original.getStatus()) {
          case 404 -> new ApiError("There is nothing at this address.", "not_found");
          case 405 -> new ApiError("This address answers GET only.", "method_not_allowed");
          case 406 -> new ApiError("This address answers application/json.", "not_acceptable");
          default -> new ApiError("The request cannot be understood.", "bad_request");
        };
    return answer(original.getStatus(), body)
        .header(HttpHeaders.ALLOW, original.getHeaderString(HttpHeaders.ALLOW))
        .build();
  }

  private static ResponseBuilder answer(int status, ApiError body) {
    return Response.status(status)
        .type(MediaType.APPLICATION_JSON_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .entity(body);
  }
}

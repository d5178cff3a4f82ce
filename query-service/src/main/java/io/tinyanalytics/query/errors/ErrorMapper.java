package io.tinyanalytics.query.errors;

import io.tinyanalytics.service.errors.ApiError;
import io.tinyanalytics.service.errors.ErrorCode;
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
 * Answers every exception with an {@link ApiError}. An unexpected exception is logged here, and the
 * caller gets no details.
 */
public final class ErrorMapper implements ExceptionMapper<Throwable> {

  private static final Logger LOG = LoggerFactory.getLogger(ErrorMapper.class);
  private static final String RETRY_AFTER_SECONDS = "5";

  @Override
  public Response toResponse(Throwable failure) {
    if (failure instanceof ApiException refusal) {
      return refused(refusal);
    }
    if (failure instanceof WebApplicationException http && isCallersFault(http.getResponse())) {
      return misdirected(http.getResponse());
    }
    LOG.error("A request failed unexpectedly", failure);
    int status = ErrorCode.INTERNAL_ERROR.status();
    return answer(status, ApiError.ofStatus(status)).build();
  }

  private static Response refused(ApiException refusal) {
    ResponseBuilder answer = answer(refusal.code().status(), refusal.body());
    if (refusal.code() == ErrorCode.UNAVAILABLE) {
      answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }
    return answer.build();
  }

  private static boolean isCallersFault(Response response) {
    return response.getStatusInfo().getFamily() == Status.Family.CLIENT_ERROR;
  }

  private static Response misdirected(Response original) {
    return answer(original.getStatus(), ApiError.ofStatus(original.getStatus()))
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

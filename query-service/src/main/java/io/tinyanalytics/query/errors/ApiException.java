package io.tinyanalytics.query.errors;

import jakarta.ws.rs.core.Response.Status;

/**
 * A request that gets an error for its answer; without a stack trace, since it tells of the caller
 * or of the store and never of a fault in this code.
 */
public final class ApiException extends RuntimeException {
  private final Status status;
  private final String code;

  private ApiException(Status status, String code, String sentence) {
    super(sentence, null, false, false);
    this.status = status;
    this.code = code;
  }

  public static ApiException missingField(String field) {
    return new ApiException(Status.BAD_REQUEST, "missing_field", field + " is required.");
  }

  /**
   * Tells which rule a value breaks.
   *
   * @param field the parameter's name, with which the sentence begins
   * @param rule what it must be, as the rest of the sentence, without the caller's value in it
   */
  public static ApiException invalidValue(String field, String rule) {
    return new ApiException(Status.BAD_REQUEST, "invalid_value", field + " " + rule + ".");
  }

  /** Says the same of a site that is not there as of one that is not public. */
  public static ApiException invalidKey() {
    return new ApiException(
        Status.UNAUTHORIZED,
        "invalid_key",
        "There is no such site, or its figures need its read key in X-TA-API-Key.");
  }

  public static ApiException forbiddenSite() {
    return new ApiException(
        Status.FORBIDDEN, "forbidden_site", "The read key in X-TA-API-Key is another site's.");
  }

  public static ApiException unavailable() {
    return new ApiException(
        Status.SERVICE_UNAVAILABLE, "unavailable", "The figures cannot be read now, try again.");
  }

  Status status() {
    return status;
  }

  ApiError body() {
    return new ApiError(String.valueOf(getMessage()), code);
  }
}

package io.tinyanalytics.query.errors;

import io.tinyanalytics.service.errors.ApiError;
import io.tinyanalytics.service.errors.ErrorCode;

/**
 * A request that is answered with an error. It has no stack trace, because the caller or the store
 * caused the error, not this code.
 */
public final class ApiException extends RuntimeException {

  private final ErrorCode code;

  private ApiException(ErrorCode code, String sentence) {
    super(sentence, null, false, false);
    this.code = code;
  }

  public static ApiException missingField(String field) {
    return new ApiException(ErrorCode.MISSING_FIELD, field + " is missing");
  }

  /**
   * A parameter with an invalid value.
   *
   * @param field the parameter's name, the start of the sentence
   * @param rule the rest of the sentence: what the value must be, without quoting it
   */
  public static ApiException invalidValue(String field, String rule) {
    return new ApiException(ErrorCode.INVALID_VALUE, field + " " + rule);
  }

  /** The same error whether the site does not exist or is not public. */
  public static ApiException invalidKey() {
    return new ApiException(
        ErrorCode.INVALID_KEY,
        "there is no such site, or its figures need its read key in X-TA-API-Key");
  }

  public static ApiException forbiddenSite() {
    return new ApiException(
        ErrorCode.FORBIDDEN_SITE, "the read key in X-TA-API-Key belongs to another site");
  }

  public static ApiException unavailable() {
    return new ApiException(
        ErrorCode.UNAVAILABLE, "the figures cannot be read now, try again later");
  }

  ErrorCode code() {
    return code;
  }

  ApiError body() {
    return ApiError.of(code, String.valueOf(getMessage()));
  }
}

package io.tinyanalytics.service.errors;

import java.util.Locale;

/** Every code of an error answer of any service, with its HTTP status; see docs/errors.md. */
public enum ErrorCode {
  BAD_REQUEST(400),
  MALFORMED_JSON(400),
  MISSING_FIELD(400),
  UNKNOWN_SITE(401),
  INVALID_KEY(401),
  INVALID_SIGNATURE(401),
  NOT_TRUSTED(403),
  FORBIDDEN_SITE(403),
  FORBIDDEN_ORIGIN(403),
  NOT_FOUND(404),
  METHOD_NOT_ALLOWED(405),
  NOT_ACCEPTABLE(406),
  TOO_SLOW(408),
  TOO_LARGE(413),
  UNSUPPORTED_MEDIA_TYPE(415),
  INVALID_VALUE(422),
  RATE_LIMITED(429),
  INTERNAL_ERROR(500),
  UNAVAILABLE(503);

  private final int status;
  private final String word = name().toLowerCase(Locale.ROOT);

  ErrorCode(int status) {
    this.status = status;
  }

  public int status() {
    return status;
  }

  /** The code in answers and metrics. */
  public String word() {
    return word;
  }
}

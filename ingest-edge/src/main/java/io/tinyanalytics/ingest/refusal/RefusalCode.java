package io.tinyanalytics.ingest.refusal;

import io.tinyanalytics.event.EventFormatException;
import io.tinyanalytics.service.errors.ErrorCode;
import java.util.List;

/** Why an event was refused; a closed list. */
public enum RefusalCode {
  /** The body is not one JSON document of the required shape. */
  MALFORMED_JSON,
  /** A required field is absent, null or empty. */
  MISSING_FIELD,
  /** No site has this id. */
  UNKNOWN_SITE,
  /** The key is absent, or belongs to no site. */
  INVALID_KEY,
  /** The signature is wrong, or absent where the site requires one. */
  INVALID_SIGNATURE,
  /** The event names an address or a user agent, and its sender is not trusted to do so. */
  NOT_TRUSTED,
  /** The key belongs to another site. */
  FORBIDDEN_SITE,
  /** The event came from a page whose origin the site does not list. */
  FORBIDDEN_ORIGIN,
  /** The body did not arrive in time. */
  TOO_SLOW,
  /** The body, the batch or the event is over a limit. */
  TOO_LARGE,
  /** The body has a media type or an encoding that is not supported. */
  UNSUPPORTED_MEDIA_TYPE,
  /** A field has an invalid value. */
  INVALID_VALUE,
  /** The sender, or all senders of the site, exceed their limit; sending again later may help. */
  RATE_LIMITED,
  /** Kafka did not acknowledge the event in time; sending again later may help. */
  UNAVAILABLE,
  /** A defect in the edge. */
  INTERNAL_ERROR;

  /** Temporary reasons: sending again later may help. */
  public static final List<RefusalCode> PASSING = List.of(RATE_LIMITED, UNAVAILABLE);

  private final ErrorCode error = ErrorCode.valueOf(name());

  /** The entry of the same name in the catalogue of all errors. */
  public ErrorCode error() {
    return error;
  }

  /** The word in answers and metrics. */
  public String word() {
    return error.word();
  }

  /** The code for bytes that are not an event. */
  public static RefusalCode of(EventFormatException.Problem problem) {
    return switch (problem) {
      case MALFORMED_JSON -> MALFORMED_JSON;
      case MISSING_FIELD -> MISSING_FIELD;
      case INVALID_VALUE -> INVALID_VALUE;
      case TOO_LARGE -> TOO_LARGE;
    };
  }
}

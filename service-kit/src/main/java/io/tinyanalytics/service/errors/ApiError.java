package io.tinyanalytics.service.errors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;

/**
 * The body of every answer that is an error.
 *
 * @param error one sentence for a person; it never quotes what was sent
 * @param code a word for a program, which keeps its meaning when the sentence changes
 */
public record ApiError(String error, String code) {

  private static final ObjectWriter JSON = new ObjectMapper().writerFor(ApiError.class);

  public static ApiError of(ErrorCode code, String sentence) {
    return new ApiError(sentence, code.word());
  }

  /** The error for a request that no endpoint answers, which says nothing of the cause. */
  public static ApiError ofStatus(int status) {
    return switch (status) {
      case 404 -> of(ErrorCode.NOT_FOUND, "there is nothing at this path");
      case 405 -> of(ErrorCode.METHOD_NOT_ALLOWED, "this path does not take this method");
      case 406 -> of(ErrorCode.NOT_ACCEPTABLE, "this path answers application/json only");
      case 408 -> of(ErrorCode.TOO_SLOW, "the request did not come in time");
      case 413 -> of(ErrorCode.TOO_LARGE, "the body is too large");
      case 414, 431 -> of(ErrorCode.TOO_LARGE, "the URL and headers are too large");
      case 415 -> of(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "this path does not take this media type");
      case 503 -> of(ErrorCode.UNAVAILABLE, "the service cannot answer now, try again later");
      default ->
          isFaultOfServer(status)
              ? of(ErrorCode.INTERNAL_ERROR, "the service failed to answer")
              : of(ErrorCode.BAD_REQUEST, "the request cannot be understood");
    };
  }

  /** 501 and 505 are for requests of a kind that the server does not support. */
  private static boolean isFaultOfServer(int status) {
    return status >= 500 && status != 501 && status != 505;
  }

  public byte[] json() {
    try {
      return JSON.writeValueAsBytes(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("two strings can always be written as JSON", e);
    }
  }
}

package io.tinyanalytics.service.errors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ApiErrorTest {

  @Test
  void isASentenceAndACode() {
    assertThat(ApiError.of(ErrorCode.INVALID_VALUE, "limit must be a \"number\"").json())
        .asString(UTF_8)
        .isEqualTo("{\"error\":\"limit must be a \\\"number\\\"\",\"code\":\"invalid_value\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "400, bad_request",
    "404, not_found",
    "405, method_not_allowed",
    "406, not_acceptable",
    "408, too_slow",
    "413, too_large",
    "414, too_large",
    "415, unsupported_media_type",
    "417, bad_request",
    "426, bad_request",
    "431, too_large",
    "500, internal_error",
    "501, bad_request",
    "503, unavailable",
    "505, bad_request",
  })
  void hasACodeForEveryStatus(int status, String code) {
    assertThat(ApiError.ofStatus(status).code()).isEqualTo(code);
  }
}

package io.tinyanalytics.ingest.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tinyanalytics.ingest.refusal.RefusalCode;
import io.tinyanalytics.ingest.refusal.RefusedException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RequestSignatureTest {

  /**
   * As the documentation says: {@code printf 'POST\n/v1/collect\n1700000000\nnonce-01\n{}' |
   * openssl dgst -sha256 -hmac secret}.
   */
  private static final String HEADER =
      "t=1700000000,n=nonce-01,"
          + "v1=5c8d0d47ac4d86e945a993cb1538d60d5a40d0c5400c0b7bfb4bbd38e2e6241a";

  private static final byte[] BODY = "{}".getBytes(UTF_8);

  private final Nonces nonces =
      new Nonces(InstantSource.fixed(Instant.ofEpochSecond(1_700_000_000)), 100);

  @Test
  void signsMethodPathTimeNonceAndBody() throws Exception {
    assertThat(signature("POST", "/v1/collect").isMadeWith("secret", BODY)).isTrue();
  }

  @Test
  void isWrongForAnythingElse() throws Exception {
    assertThat(signature("PUT", "/v1/collect").isMadeWith("secret", BODY)).isFalse();
    assertThat(signature("POST", "/v1/collect?key=k").isMadeWith("secret", BODY)).isFalse();
    assertThat(signature("POST", "/v1/collect").isMadeWith("other", BODY)).isFalse();
    assertThat(signature("POST", "/v1/collect").isMadeWith("secret", new byte[0])).isFalse();
    assertThat(
            new RequestSignature(
                    HEADER.replace("nonce-01", "nonce-02"), "POST", "/v1/collect", nonces)
                .isMadeWith("secret", BODY))
        .isFalse();
  }

  @Test
  void countsOnceAndIsNotUsedUpByWrongTries() throws Exception {
    assertThat(signature("POST", "/v1/collect").isMadeWith("wrong", BODY)).isFalse();
    assertThat(signature("POST", "/v1/collect").isMadeWith("secret", BODY)).isTrue();

    assertRefused(signature("POST", "/v1/collect"), "n in X-TA-Signature-V2 was used before");
  }

  @Test
  void servesAllEventsOfItsOwnRequest() throws Exception {
    SignedBody body = new SignedBody(BODY, BODY, signature("POST", "/v1/collect"));

    assertThat(body.isSignedWithOneOf(List.of("wrong", "secret"))).isTrue();
    assertThat(body.isSignedWithOneOf(List.of("secret"))).isTrue();
  }

  @Test
  void isRefusedFarFromNow() {
    String old = HEADER.replace("1700000000", "1699999000");

    assertRefused(
        new RequestSignature(old, "POST", "/v1/collect", nonces),
        "t in X-TA-Signature-V2 is too far");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "t=1700000000",
        "t=1700000000,n=short,v1=00",
        "t=99999999999999999999,n=nonce-01,v1=5c8d0d47ac4d86e945a993cb1538d60d5a40d0c5400c0b7bfb4bbd38e2e6241a",
        "n=nonce-01,t=1700000000,v1=5c8d0d47ac4d86e945a993cb1538d60d5a40d0c5400c0b7bfb4bbd38e2e6241a"
      })
  void isRefusedInAnotherForm(String header) {
    assertRefused(
        new RequestSignature(header, "POST", "/v1/collect", nonces), "X-TA-Signature-V2 must be");
  }

  private RequestSignature signature(String method, String target) {
    return new RequestSignature(HEADER, method, target, nonces);
  }

  private static void assertRefused(RequestSignature signature, String sentence) {
    assertThatThrownBy(() -> signature.isMadeWith("secret", BODY))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> {
              assertThat(refused.refusal().code()).isEqualTo(RefusalCode.INVALID_SIGNATURE);
              assertThat(refused.refusal().sentence()).startsWith(sentence);
            });
  }
}

package io.tinyanalytics.ingest.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SignedBodyTest {

  /** From RFC 4231, test case 2. */
  private static final String SIGNATURE =
      "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";

  private static final byte[] BODY = "what do ya want for nothing?".getBytes(UTF_8);

  @Test
  void knowsTheSignatureOfTheStandard() {
    SignedBody body = new SignedBody(BODY, BODY, SIGNATURE);

    assertThat(body.isSignedWith("Jefe")).isTrue();
    assertThat(body.isSignedWith("jefe")).isFalse();
  }

  @Test
  void isNotSignedByNoSecretNorWithoutSignature() {
    assertThat(new SignedBody(BODY, BODY, SIGNATURE).isSignedWith(null)).isFalse();
    assertThat(new SignedBody(BODY, BODY, null).isSignedWith("Jefe")).isFalse();
    assertThat(new SignedBody(BODY, BODY, null).hasSignature()).isFalse();
  }

  @Test
  void triesEachSecretOnce() {
    byte[] bytes = BODY.clone();
    SignedBody body = new SignedBody(bytes, bytes, SIGNATURE);
    assertThat(body.isSignedWith("Jefe")).isTrue();

    bytes[0]++;

    assertThat(body.isSignedWith("Jefe")).as("hashed a second time").isTrue();
  }
}

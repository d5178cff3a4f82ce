package io.tinyanalytics.ingest.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SignedBodyTest {

  /** From RFC 4231, test case 2. */
  private static final String SIGNATURE =
      "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";

  private static final byte[] BODY = "what do ya want for nothing?".getBytes(UTF_8);

  @Test
  void knowsTheSignatureOfTheStandard() throws Exception {
    SignedBody body = new SignedBody(BODY, BODY, new BodySignature(SIGNATURE));

    assertThat(body.isSignedWithOneOf(List.of("Jefe"))).isTrue();
    assertThat(body.isSignedWithOneOf(List.of("jefe"))).isFalse();
  }

  @Test
  void isNotSignedByNoSecretNorWithoutSignature() throws Exception {
    assertThat(
            new SignedBody(BODY, BODY, new BodySignature(SIGNATURE)).isSignedWithOneOf(List.of()))
        .isFalse();
    assertThat(new SignedBody(BODY, BODY, null).isSignedWithOneOf(List.of("Jefe"))).isFalse();
    assertThat(new SignedBody(BODY, BODY, null).hasSignature()).isFalse();
  }

  @Test
  void triesEachSecretOnce() throws Exception {
    byte[] bytes = BODY.clone();
    SignedBody body = new SignedBody(bytes, bytes, new BodySignature(SIGNATURE));
    assertThat(body.isSignedWithOneOf(List.of("Jefe"))).isTrue();

    bytes[0]++;

    assertThat(body.isSignedWithOneOf(List.of("Jefe"))).as("hashed a second time").isTrue();
  }
}

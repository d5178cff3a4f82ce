package io.tinyanalytics.ingest.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.hash.Hashing;
import io.tinyanalytics.ingest.refusal.RefusedException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AuthenticationTest {

  private static final byte[] BODY = "{\"site_id\":\"open\"}".getBytes(UTF_8);

  private static final Sites SITES =
      new Sites(
          Map.of(
              "open", new Site(ApiKey.of("open-key"), null, null),
              "served", new Site(ApiKey.of("served-key"), null, "server"),
              "signed", new Site(ApiKey.of("signed-key"), "hmac", null),
              "both", new Site(ApiKey.of("both-key"), "hmac", "server")));

  @ParameterizedTest(name = "{0} with {1} signed by {2}, common secret {3}: {4}")
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          open,   open-key,   -,      -,      untrusted
          open,   -,          -,      -,      INVALID_KEY
          open,   '',         -,      -,      INVALID_KEY
          open,   OPEN-KEY,   -,      -,      INVALID_KEY
          open,   open-key2,  -,      -,      INVALID_KEY
          open,   served-key, -,      -,      FORBIDDEN_SITE
          gone,   open-key,   -,      -,      UNKNOWN_SITE
          open,   open-key,   wrong,  -,      INVALID_SIGNATURE
          open,   open-key,   -,      common, INVALID_SIGNATURE
          open,   open-key,   common, common, untrusted
          open,   open-key,   wrong,  common, INVALID_SIGNATURE
          served, served-key, -,      -,      untrusted
          served, served-key, server, -,      trusted
          served, served-key, wrong,  -,      INVALID_SIGNATURE
          served, served-key, -,      common, INVALID_SIGNATURE
          served, served-key, server, common, trusted
          served, served-key, common, common, untrusted
          signed, signed-key, -,      -,      INVALID_SIGNATURE
          signed, signed-key, hmac,   -,      trusted
          signed, signed-key, wrong,  -,      INVALID_SIGNATURE
          signed, signed-key, hmac,   common, trusted
          signed, signed-key, common, common, INVALID_SIGNATURE
          both,   both-key,   -,      -,      INVALID_SIGNATURE
          both,   both-key,   hmac,   -,      trusted
          both,   both-key,   server, -,      trusted
          both,   both-key,   server, common, trusted
          both,   both-key,   wrong,  -,      INVALID_SIGNATURE
          both,   open-key,   server, -,      FORBIDDEN_SITE
          """)
  void judgesSenders(
      String site,
      @Nullable String key,
      @Nullable String secret,
      @Nullable String common,
      String verdict) {
    assertThat(verdict(new Authentication(SITES, common), site, key, signature(secret)))
        .isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({
    "''",
    "0",
    "not hexadecimal",
    "F840A11E17A584E29E1D1CE1CF5F4490051510BC60640EA4EF1D91014BDC7A73"
  })
  void refusesWhatIsNoSignature(String signature) {
    assertThat(verdict(new Authentication(SITES, null), "served", "served-key", signature))
        .isEqualTo("INVALID_SIGNATURE");
  }

  private static String verdict(
      Authentication authentication,
      String site,
      @Nullable String key,
      @Nullable String signature) {
    try {
      boolean trusted =
          authentication.authenticate(site, key, new SignedBody(BODY, BODY, signature));
      return trusted ? "trusted" : "untrusted";
    } catch (RefusedException refused) {
      return refused.refusal().code().name();
    }
  }

  private static @Nullable String signature(@Nullable String secret) {
    return secret == null
        ? null
        : Hashing.hmacSha256(secret.getBytes(UTF_8)).hashBytes(BODY).toString();
  }
}

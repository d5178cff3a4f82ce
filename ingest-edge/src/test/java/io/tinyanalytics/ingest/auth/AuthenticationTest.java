package io.tinyanalytics.ingest.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.hash.Hashing;
import io.tinyanalytics.ingest.refusal.RefusedException;
import io.tinyanalytics.service.sites.SiteKey;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AuthenticationTest {

  private static final byte[] BODY = "{\"site_id\":\"open\"}".getBytes(UTF_8);

  private static final SitePolicy POLICY =
      new SitePolicy(
          Set.of("https://example.com"), 0, 0, SitePolicy.Bots.DROP, true, null, ZoneOffset.UTC);

  private static final Sites SITES =
      new Sites(
          Map.of(
              "open", site("open", List.of(), List.of()),
              "served", site("served", List.of(), List.of("server")),
              "signed", site("signed", List.of("hmac", "older"), List.of()),
              "both", site("both", List.of("hmac"), List.of("server", "older server"))));

  private static Site site(String id, List<String> hmacSecrets, List<String> serverSecrets) {
    return new Site(SiteKey.of(id + "-key"), hmacSecrets, serverSecrets, POLICY);
  }

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
          signed, signed-key, older,  -,      trusted
          signed, signed-key, wrong,  -,      INVALID_SIGNATURE
          signed, signed-key, hmac,   common, trusted
          signed, signed-key, common, common, INVALID_SIGNATURE
          both,   both-key,   -,      -,      INVALID_SIGNATURE
          both,   both-key,   hmac,   -,      trusted
          both,   both-key,   server, -,      trusted
          both,   both-key,   server, common, trusted
          both,   both-key,   older server, -, trusted
          both,   both-key,   wrong,  -,      INVALID_SIGNATURE
          both,   open-key,   server, -,      FORBIDDEN_SITE
          """)
  void judgesSenders(
      String site,
      @Nullable String key,
      @Nullable String secret,
      @Nullable String common,
      String verdict) {
    assertThat(verdict(authentication(common), site, key, signature(secret))).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({
    "''",
    "0",
    "not hexadecimal",
    "F840A11E17A584E29E1D1CE1CF5F4490051510BC60640EA4EF1D91014BDC7A73"
  })
  void refusesWhatIsNoSignature(String signature) {
    assertThat(verdict(authentication(null), "served", "served-key", signature))
        .isEqualTo("INVALID_SIGNATURE");
  }

  @Test
  void takesEachOfTheCommonSecrets() {
    Authentication authentication = new Authentication(() -> SITES, List.of("new", "old"));

    assertThat(verdict(authentication, "open", "open-key", signature("new")))
        .isEqualTo("untrusted");
    assertThat(verdict(authentication, "open", "open-key", signature("old")))
        .isEqualTo("untrusted");
    assertThat(verdict(authentication, "open", "open-key", signature("older")))
        .isEqualTo("INVALID_SIGNATURE");
  }

  @ParameterizedTest
  @CsvSource({
    "https://example.com,      untrusted",
    "http://example.com,       FORBIDDEN_ORIGIN",
    "https://example.com.evil, FORBIDDEN_ORIGIN",
    "https://example.com:8443, FORBIDDEN_ORIGIN",
    "null,                     FORBIDDEN_ORIGIN"
  })
  void letsInOnlyPagesOfTheSitesOrigins(String origin, String verdict) {
    SignedBody body = SignedBody.unsigned(BODY);

    assertThat(verdict(authentication(null), "open", new Credentials("open-key", origin, body)))
        .isEqualTo(verdict);
  }

  @Test
  void followsTheSitesWhenTheyChange() {
    AtomicReference<Sites> sites = new AtomicReference<>(SITES);
    Authentication authentication = new Authentication(sites::get, List.of());
    assertThat(verdict(authentication, "open", "open-key", null)).isEqualTo("untrusted");

    sites.set(new Sites(Map.of("other", site("other", List.of(), List.of()))));

    assertThat(verdict(authentication, "open", "open-key", null)).isEqualTo("UNKNOWN_SITE");
    assertThat(verdict(authentication, "other", "other-key", null)).isEqualTo("untrusted");
  }

  private static Authentication authentication(@Nullable String commonSecret) {
    return new Authentication(
        () -> SITES, commonSecret == null ? List.of() : List.of(commonSecret));
  }

  private static String verdict(
      Authentication authentication,
      String site,
      @Nullable String key,
      @Nullable String signature) {
    Signature claimed = signature == null ? null : new BodySignature(signature);
    return verdict(
        authentication, site, new Credentials(key, null, new SignedBody(BODY, BODY, claimed)));
  }

  private static String verdict(
      Authentication authentication, String site, Credentials credentials) {
    try {
      return authentication.authenticate(site, credentials).trusted() ? "trusted" : "untrusted";
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

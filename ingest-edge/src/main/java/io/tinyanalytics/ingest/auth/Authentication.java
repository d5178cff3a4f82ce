package io.tinyanalytics.ingest.auth;

import static java.util.Objects.requireNonNull;

import io.tinyanalytics.ingest.refusal.RefusalCode;
import io.tinyanalytics.ingest.refusal.RefusedException;
import io.tinyanalytics.service.sites.SiteKey;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a sender may speak for a site, and whether it is trusted with the addresses of
 * others.
 *
 * <p>A signature is asked for where the site has an {@code hmac_secret}, or else where there is a
 * common secret for all sites. The site's {@code server_secret} and {@code hmac_secret} sign for a
 * trusted sender; the common secret fulfils the demand and trusts nobody, since it is no site's
 * own. A signature that nothing confirms is refused even where none was asked for: its sender
 * believes that it signs.
 */
public final class Authentication {

  private final Supplier<Sites> sites;
  private final List<String> commonSecrets;

  /**
   * Judges by what the sites are at the time.
   *
   * @param commonSecrets each signs for every site without an {@code hmac_secret}; if there is
   *     none, nothing is asked for
   */
  public Authentication(Supplier<Sites> sites, List<String> commonSecrets) {
    this.sites = requireNonNull(sites, "sites is null");
    this.commonSecrets = List.copyOf(commonSecrets);
  }

  /** Returns what the sender may do. */
  public Grant authenticate(String siteId, Credentials credentials) throws RefusedException {
    Sites current = sites.get();
    Site site =
        current
            .site(siteId)
            .orElseThrow(() -> refused(RefusalCode.UNKNOWN_SITE, "no site has this id"));
    checkKey(current, site, credentials.apiKey());
    checkOrigin(site, credentials.origin());
    return new Grant(site.policy(), checkSignature(site, credentials.body()));
  }

  private static void checkKey(Sites sites, Site site, @Nullable String apiKey)
      throws RefusedException {
    if (apiKey == null) {
      throw refused(
          RefusalCode.INVALID_KEY, "the API key is missing: send it in X-TA-API-Key or as ?key=");
    }
    SiteKey key = SiteKey.of(apiKey);
    if (key.equals(site.key())) {
      return;
    }
    throw sites.know(key)
        ? refused(RefusalCode.FORBIDDEN_SITE, "the API key belongs to another site")
        : refused(RefusalCode.INVALID_KEY, "the API key is wrong");
  }

  /** Browsers alone tell an origin: this keeps other pages out, and no programs. */
  private static void checkOrigin(Site site, @Nullable String origin) throws RefusedException {
    var origins = site.policy().origins();
    if (origin != null && !origins.isEmpty() && !origins.contains(origin)) {
      throw refused(
          RefusalCode.FORBIDDEN_ORIGIN, "the site accepts no events from pages of this origin");
    }
  }

  private boolean checkSignature(Site site, SignedBody body) throws RefusedException {
    List<String> demanded = site.hmacSecrets().isEmpty() ? commonSecrets : site.hmacSecrets();
    if (!body.hasSignature()) {
      if (!demanded.isEmpty()) {
        throw refused(RefusalCode.INVALID_SIGNATURE, "the header X-TA-Signature is missing");
      }
      return false;
    }
    if (body.isSignedWithOneOf(site.serverSecrets())
        || body.isSignedWithOneOf(site.hmacSecrets())) {
      return true;
    }
    if (!body.isSignedWithOneOf(demanded)) {
      throw refused(RefusalCode.INVALID_SIGNATURE, "the signature is wrong");
    }
    return false;
  }

  private static RefusedException refused(RefusalCode code, String sentence) {
    return new RefusedException(code, sentence);
  }
}

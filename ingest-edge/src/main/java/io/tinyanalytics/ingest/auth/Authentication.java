package io.tinyanalytics.ingest.auth;

import static java.util.Objects.requireNonNull;

import io.tinyanalytics.ingest.refusal.RefusalCode;
import io.tinyanalytics.ingest.refusal.RefusedException;
import io.tinyanalytics.service.sites.SiteKey;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a sender may send events for a site, and whether it is trusted to report the
 * addresses of visitors.
 *
 * <p>A signature is required if the site has an {@code hmac_secret} or, when it has none, if there
 * is a common secret for all sites. A sender that signs with the site's {@code server_secret} or
 * {@code hmac_secret} is trusted. A signature with the common secret meets the requirement but
 * gives no trust, because the secret does not belong to one site. A wrong signature is refused even
 * if none is required, because its sender intends to sign.
 */
public final class Authentication {

  private final Supplier<Sites> sites;
  private final List<String> commonSecrets;

  /**
   * Uses the sites as they are at the time of each request.
   *
   * @param commonSecrets each is valid for every site without an {@code hmac_secret}; if empty,
   *     those sites need no signature
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

  /** Only browsers send an origin, so this check keeps out other pages but not programs. */
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

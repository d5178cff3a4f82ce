package io.tinyanalytics.ingest.auth;

import static java.util.Objects.requireNonNull;

import io.tinyanalytics.ingest.refusal.RefusalCode;
import io.tinyanalytics.ingest.refusal.RefusedException;
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

  private final Sites sites;
  private final @Nullable String commonSecret;

  /**
   * @param commonSecret signs for every site without an {@code hmac_secret}; null asks for nothing
   */
  public Authentication(Sites sites, @Nullable String commonSecret) {
    this.sites = requireNonNull(sites, "sites is null");
    this.commonSecret = commonSecret;
  }

  /**
   * Returns whether the sender is trusted.
   *
   * @param apiKey the key that came with the request, or null
   */
  public boolean authenticate(String siteId, @Nullable String apiKey, SignedBody body)
      throws RefusedException {
    Site site =
        sites
            .site(siteId)
            .orElseThrow(() -> refused(RefusalCode.UNKNOWN_SITE, "there is no site with this id"));
    checkKey(site, apiKey);
    return checkSignature(site, body);
  }

  private void checkKey(Site site, @Nullable String apiKey) throws RefusedException {
    if (apiKey == null) {
      throw refused(RefusalCode.INVALID_KEY, "the header X-TA-API-Key is missing");
    }
    ApiKey key = ApiKey.of(apiKey);
    if (key.equals(site.key())) {
      return;
    }
    throw sites.know(key)
        ? refused(RefusalCode.FORBIDDEN_SITE, "the key in X-TA-API-Key is another site's")
        : refused(RefusalCode.INVALID_KEY, "the key in X-TA-API-Key is wrong");
  }

  private boolean checkSignature(Site site, SignedBody body) throws RefusedException {
    String demanded = site.hmacSecret() != null ? site.hmacSecret() : commonSecret;
    if (!body.hasSignature()) {
      if (demanded != null) {
        throw refused(RefusalCode.INVALID_SIGNATURE, "the header X-TA-Signature is missing");
      }
      return false;
    }
    if (body.isSignedWith(site.serverSecret()) || body.isSignedWith(site.hmacSecret())) {
      return true;
    }
    if (!body.isSignedWith(demanded)) {
      throw refused(RefusalCode.INVALID_SIGNATURE, "the signature in X-TA-Signature is wrong");
    }
    return false;
  }

  private static RefusedException refused(RefusalCode code, String sentence) {
    return new RefusedException(code, sentence);
  }
}

package io.tinyanalytics.ingest.auth;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.tinyanalytics.service.settings.SettingException;
import io.tinyanalytics.service.sites.SiteKey;
import io.tinyanalytics.service.sites.SiteZone;
import io.tinyanalytics.service.sites.SitesFile;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A site as written in the sites file. Its error messages continue a sentence that begins with the
 * site's name.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record SiteEntry(
    @JsonProperty("api_key") @Nullable String apiKey,
    @JsonProperty("hmac_secret") @Nullable String hmacSecret,
    @JsonProperty("hmac_secret_previous") @Nullable String hmacSecretPrevious,
    @JsonProperty("server_secret") @Nullable String serverSecret,
    @JsonProperty("server_secret_previous") @Nullable String serverSecretPrevious,
    @JsonProperty("origins") @Nullable List<@Nullable String> origins,
    @JsonProperty("rate_limits") @Nullable RateLimits rateLimits,
    @JsonProperty("bots") @Nullable String bots,
    @JsonProperty("privacy") @Nullable Privacy privacy,
    @JsonProperty("max_age") @Nullable String maxAge,
    @JsonProperty("timezone") @Nullable String timezone)
    implements SitesFile.Entry<Site> {

  private static final Pattern ORIGIN = Pattern.compile("https?://[a-z0-9.:\\[\\]-]+");

  record RateLimits(
      @JsonProperty("events") int events, @JsonProperty("client_events") int clientEvents) {}

  record Privacy(@JsonProperty("gpc") @Nullable String gpc) {}

  @Override
  public Site toSite() {
    return new Site(
        key(),
        secrets(hmacSecret, hmacSecretPrevious),
        secrets(serverSecret, serverSecretPrevious),
        new SitePolicy(
            allowedOrigins(),
            notNegative(rateLimits == null ? 0 : rateLimits.events()),
            notNegative(rateLimits == null ? 0 : rateLimits.clientEvents()),
            isWord("bots", bots, "flag", "drop") ? SitePolicy.Bots.FLAG : SitePolicy.Bots.DROP,
            isWord("gpc", privacy == null ? null : privacy.gpc(), "honour", "ignore"),
            age(),
            SiteZone.named(timezone)));
  }

  private SiteKey key() {
    if (apiKey == null || apiKey.isBlank()) {
      throw new SettingException("has no key: give it an api_key.");
    }
    return SiteKey.ofFile(apiKey)
        .orElseThrow(
            () ->
                new SettingException(
                    "has an invalid key: write sha256: and 64 lowercase hexadecimal digits."));
  }

  private static List<String> secrets(@Nullable String... given) {
    return Stream.of(given).filter(secret -> secret != null && !secret.isBlank()).toList();
  }

  private Set<String> allowedOrigins() {
    Set<String> allowed = new HashSet<>();
    for (String origin : origins == null ? List.<@Nullable String>of() : origins) {
      if (origin == null || !ORIGIN.matcher(origin).matches()) {
        throw new SettingException("has an invalid origin: write it as https://example.com.");
      }
      allowed.add(origin);
    }
    return allowed;
  }

  private static int notNegative(int limit) {
    if (limit < 0) {
      throw new SettingException("has a negative rate limit: write 0 for none.");
    }
    return limit;
  }

  /**
   * Whether the key has the first of its two allowed words, which is the default, and not the
   * second.
   */
  private static boolean isWord(String key, @Nullable String word, String first, String second) {
    if (word != null && !word.equals(first) && !word.equals(second)) {
      throw new SettingException(
          "has an unknown value of " + key + ": write " + first + " or " + second + ".");
    }
    return !second.equals(word);
  }

  private @Nullable Duration age() {
    if (maxAge == null || maxAge.isBlank()) {
      return null;
    }
    try {
      Duration age = Duration.parse(maxAge);
      if (age.isNegative() || age.isZero()) {
        throw new SettingException("has a max_age that is not positive: write it as P7D or PT12H.");
      }
      return age;
    } catch (DateTimeParseException malformed) {
      throw new SettingException("has an invalid max_age: write it as P7D or PT12H.");
    }
  }
}

package io.tinyanalytics.event;

import org.jspecify.annotations.Nullable;

/**
 * The low-entropy user-agent client hints that browsers send by default. Each holds its header's
 * text.
 *
 * @param brands {@code Sec-CH-UA}, or null if not sent
 * @param mobile {@code Sec-CH-UA-Mobile}, {@code ?0} or {@code ?1}, or null if not sent
 * @param platform {@code Sec-CH-UA-Platform}, or null if not sent
 * @see <a href="https://wicg.github.io/ua-client-hints/">User-Agent Client Hints</a>
 */
public record ClientHints(
    @Nullable String brands, @Nullable String mobile, @Nullable String platform) {

  /** No hint was sent. */
  public static final ClientHints NONE = new ClientHints(null, null, null);
}

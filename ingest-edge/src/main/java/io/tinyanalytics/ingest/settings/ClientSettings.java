package io.tinyanalytics.ingest.settings;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * Who sends requests, and how many.
 *
 * @param trustedProxies networks whose word is taken about for whom they ask, comma separated
 * @param forwardedHeader the header in which they tell
 * @param requestsPerSecond the most requests of one network of clients; 0 for any number
 */
public record ClientSettings(
    @NotNull String trustedProxies,
    @NotNull
        @Pattern(
            regexp = "(?i)X-Forwarded-For|Forwarded",
            message = "must be X-Forwarded-For or Forwarded")
        String forwardedHeader,
    @Min(value = 0, message = "must be 0, for any number, or more") int requestsPerSecond) {}

package io.tinyanalytics.ingest.settings;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * Clients: how their addresses are found, and how much each may send.
 *
 * @param trustedProxies proxy networks trusted to report client addresses, separated by commas
 * @param forwardedHeader the header in which they report them
 * @param requestsPerSecond the most requests of one client network; 0 for no limit
 */
public record ClientSettings(
    @NotNull String trustedProxies,
    @NotNull
        @Pattern(
            regexp = "(?i)X-Forwarded-For|Forwarded",
            message = "must be X-Forwarded-For or Forwarded")
        String forwardedHeader,
    @Min(value = 0, message = "must be 0, for any number, or more") int requestsPerSecond) {}

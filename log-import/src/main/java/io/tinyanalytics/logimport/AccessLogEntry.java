package io.tinyanalytics.logimport;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One request as a web server logged it.
 *
 * @param address the client's address or, if the server looked it up, its host name
 * @param time to the second
 * @param method empty if the request was no HTTP request
 * @param target the request target as logged, escapes included; empty if there was none
 * @param status the status code answered
 * @param referrer as logged, escapes included, or null if logged as {@code -} or empty
 * @param userAgent as the client sent it, escapes undone, or null if logged as {@code -} or empty
 */
record AccessLogEntry(
    String address,
    Instant time,
    String method,
    String target,
    int status,
    @Nullable String referrer,
    @Nullable String userAgent) {}

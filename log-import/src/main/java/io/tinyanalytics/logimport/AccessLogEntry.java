package io.tinyanalytics.logimport;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One request as a web server logged it, escapes undone.
 *
 * @param address the client's address or, if the server looked it up, its host name
 * @param time to the second
 * @param method empty if the request was no HTTP request
 * @param target what was asked for, or null if it is neither a path nor a whole address
 * @param status the status code answered
 * @param referrer what is no URL character percent-encoded, or null if logged as {@code -} or empty
 * @param userAgent as the client sent it, or null if logged as {@code -} or empty
 */
record AccessLogEntry(
    String address,
    Instant time,
    String method,
    @Nullable RequestTarget target,
    int status,
    @Nullable String referrer,
    @Nullable String userAgent) {}

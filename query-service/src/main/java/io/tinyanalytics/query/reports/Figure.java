package io.tinyanalytics.query.reports;

/**
 * One row of an answer.
 *
 * @param subject what the value belongs to: a day as YYYY-MM-DD, a page or a URL
 * @param value the count, at least 1
 */
public record Figure(String subject, long value) {}

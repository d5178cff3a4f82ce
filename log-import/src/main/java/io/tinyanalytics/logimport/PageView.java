package io.tinyanalytics.logimport;

/** A line that is a page view, and what it says. */
record PageView(LogLine line, AccessLogEntry entry) {}

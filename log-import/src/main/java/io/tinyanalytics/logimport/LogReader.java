package io.tinyanalytics.logimport;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** Goes through a log and tells its page views from all other lines, which it counts. */
final class LogReader {
  private static final int SHOWN_LINES = 10;

  private final LogLines log;
  private final PageViewRule rule;
  private final CRC32C check = new CRC32C();
  private final Tally leftOut = new Tally();
  private final List<Long> malformedLines = new ArrayList<>();
  private long lines;
  private long malformed;

  LogReader(LogLines log, PageViewRule rule) {
    this.log = log;
    this.rule = rule;
  }

  /** The next page view, or null at the log's end. */
  @Nullable PageView next() throws IOException {
    for (var line = log.next(); line != null; line = log.next()) {
      lines = line.number();
      check.update(line.bytes());
      check.update('\n');
      var entry = line.whole() ? AccessLogParser.parse(line.text()) : null;
      if (entry == null) {
        countMalformed(line);
      } else if (isPageView(entry)) {
        return new PageView(line, entry);
      }
    }
    return null;
  }

  /** Where the log is read to. */
  LogPosition position() {
    return new LogPosition(lines, check.getValue());
  }

  /** What was read so far. */
  LogFigures figures() {
    return new LogFigures(lines, leftOut, malformed, malformedLines);
  }

  private boolean isPageView(AccessLogEntry entry) {
    var reason = rule.whyNot(entry);
    if (reason != null) {
      leftOut.add(reason);
    }
    return reason == null;
  }

  private void countMalformed(LogLine line) {
    malformed++;
    if (malformedLines.size() < SHOWN_LINES) {
      malformedLines.add(line.number());
    }
  }
}

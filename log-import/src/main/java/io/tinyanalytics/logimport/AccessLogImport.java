package io.tinyanalytics.logimport;

import io.tinyanalytics.event.EventJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One run over a log: judges each line, sends the page views in batches, and notes after each batch
 * how far it has come. What an interrupted run has sent is judged again but not sent again.
 */
final class AccessLogImport {
  private static final int SHOWN_LINES = 10;

  private final BatchSender sender;
  private final ImportJournal journal;
  private final PageViewEvents events;
  private final Progress progress;
  private final List<Long> malformedLines = new ArrayList<>();
  private ImportRecord record;
  private Batch batch = new Batch();
  private long lines;
  private long notPageViews;
  private long malformed;

  AccessLogImport(
      BatchSender sender, ImportJournal journal, ImportRecord record, Progress progress) {
    this.sender = sender;
    this.journal = journal;
    this.record = record;
    this.events = new PageViewEvents(record.log().siteId(), record.log().baseUrl());
    this.progress = progress;
  }

  /** Reads the log to its end; to be called once. */
  ImportSummary run(Path file) throws IOException, ImportException, InterruptedException {
    try (var in = Files.newInputStream(file)) {
      var log = new LogLines(in, record.log().bytes());
      for (var line = log.next(); line != null; line = log.next()) {
        judge(line);
        progress.at(log.bytesRead(), this::sent);
      }
    }
    send();
    record = record.done();
    journal.save(record);
    return new ImportSummary(lines, notPageViews, malformed, malformedLines, record.counts());
  }

  private String sent() {
    return "read, %d page views sent".formatted(record.counts().total());
  }

  private void judge(LogLine line) throws IOException, ImportException, InterruptedException {
    lines = line.number();
    var entry = line.whole() ? AccessLogParser.parse(line.text()) : null;
    if (entry == null) {
      malformed++;
      if (malformedLines.size() < SHOWN_LINES) {
        malformedLines.add(line.number());
      }
    } else if (!PageViewRule.isPageView(entry)) {
      notPageViews++;
    } else {
      var event = events.of(line, entry);
      if (line.number() > record.lines()) {
        add(new Batch.Item(line.number(), EventJson.write(event)));
      }
    }
  }

  private void add(Batch.Item item) throws IOException, ImportException, InterruptedException {
    if (!batch.fits(item)) {
      send();
    }
    batch.add(item);
  }

  private void send() throws IOException, ImportException, InterruptedException {
    if (batch.isEmpty()) {
      return;
    }
    var counts = sender.send(batch, record.counts());
    record = record.at(batch.lastLine(), counts);
    journal.save(record);
    batch = new Batch();
  }
}

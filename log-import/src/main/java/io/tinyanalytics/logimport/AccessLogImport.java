package io.tinyanalytics.logimport;

import io.tinyanalytics.event.EventJson;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * One run over a log: sends the page views, and notes how far the edge has decided about them. What
 * an interrupted run has noted is read again but not sent again.
 *
 * <p>Page views leave in flights. While {@link #FLIGHTS} are on their way the next is read, and no
 * more: so memory is bounded, and an interrupted run repeats few page views.
 */
final class AccessLogImport {
  /** How many page views leave together. */
  private static final int FLIGHT = 4_000;

  /** How many flights are on their way at most, so that no lane waits for the slowest one. */
  private static final int FLIGHTS = 3;

  private final LogReader log;
  private final Lanes lanes;
  private final ImportJournal journal;
  private final PageViewEvents events;
  private final ImportStart start;
  private final Deque<Flight> inFlight = new ArrayDeque<>();
  private ImportRecord record;
  private int waiting;

  AccessLogImport(LogReader log, Lanes lanes, ImportJournal journal, ImportStart start) {
    this.log = log;
    this.lanes = lanes;
    this.journal = journal;
    this.start = start;
    this.record = start.record();
    this.events = new PageViewEvents(record.log().siteId(), record.log().baseUrl());
  }

  /** Reads the log to its end; to be called once. */
  EdgeCounts run(Progress progress, LogInput input)
      throws IOException, ImportException, InterruptedException {
    skip(record.position());
    for (var view = log.next(); view != null; view = log.next()) {
      add(view);
      progress.at(
          () -> input.progress() + " read, %d page views sent".formatted(record.counts().total()));
    }
    if (waiting > 0) {
      depart();
    }
    while (!inFlight.isEmpty()) {
      land();
    }
    if (!log.figures().isUnreadable()) {
      finish();
    }
    return record.counts();
  }

  /** Goes over what an interrupted import has sent, which ends with a page view. */
  private void skip(LogPosition sent) throws IOException, ImportException {
    while (log.position().lines() < sent.lines()) {
      var view = log.next();
      if (view == null) {
        break;
      }
      events.of(view);
    }
    if (!log.position().equals(sent)) {
      forget();
      throw new ImportException(
          "This is not the log whose import was interrupted after line %d: give the command again to import it from its first line."
              .formatted(sent.lines()));
    }
  }

  private void forget() throws IOException {
    journal.delete(record);
    for (var superseded : start.superseded()) {
      if (!superseded.finished()) {
        journal.delete(superseded);
      }
    }
  }

  private void finish() throws IOException {
    record = record.done();
    journal.save(record);
    for (var superseded : start.superseded()) {
      journal.delete(superseded);
    }
  }

  private void add(PageView view) throws IOException, ImportException, InterruptedException {
    var json = EventJson.write(events.of(view));
    lanes.add(view.entry(), new Batch.Item(view.line().number(), json));
    waiting++;
    if (waiting == FLIGHT) {
      depart();
    }
  }

  private void depart() throws IOException, ImportException, InterruptedException {
    if (inFlight.size() == FLIGHTS) {
      land();
    }
    inFlight.add(lanes.depart(log.position()));
    waiting = 0;
  }

  private void land() throws IOException, ImportException, InterruptedException {
    var flight = inFlight.remove();
    record = record.at(flight.end(), flight.land());
    journal.save(record);
  }
}

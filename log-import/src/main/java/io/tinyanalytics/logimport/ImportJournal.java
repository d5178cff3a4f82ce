package io.tinyanalytics.logimport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** What was imported before, one record per log and destination, in a folder. */
final class ImportJournal {
  /** How long the pipeline remembers an event's id. */
  static final Duration HORIZON = Duration.ofDays(7);

  private final Path folder;

  ImportJournal(Path folder) {
    this.folder = folder;
  }

  /** The lengths of all logs in the journal: where a log's hash may equal an earlier one's. */
  SortedSet<Long> lengths() throws IOException {
    var lengths = new TreeSet<Long>();
    for (var record : records()) {
      lengths.add(record.log().bytes());
    }
    return lengths;
  }

  /**
   * Where the import of a log begins: after what an interrupted one of the same log sent, else at
   * its first line.
   *
   * @param hashes the log's, at each of {@link #lengths}
   */
  ImportStart begin(LogIdentity log, LogHashes hashes, Instant now) throws IOException {
    var record = ImportRecord.begin(log, now);
    var since = now;
    List<ImportRecord> earlier = new ArrayList<>();
    boolean forgotten = false;
    for (var known : records()) {
      if (!known.log().goesWhere(log) || !hashes.beginsWith(known.log())) {
        continue;
      }
      if (known.since().isBefore(now.minus(HORIZON))) {
        forgotten = true;
      } else if (known.since().isBefore(since)) {
        since = known.since();
      }
      if (!known.log().equals(log)) {
        earlier.add(known);
      } else if (!known.finished()) {
        record = known;
      }
    }
    return new ImportStart(record.countedSince(since), earlier, forgotten);
  }

  void save(ImportRecord record) throws IOException {
    ImportRecordFile.in(folder, record.log()).write(record);
  }

  void delete(ImportRecord record) throws IOException {
    ImportRecordFile.in(folder, record.log()).delete();
  }

  private List<ImportRecord> records() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<ImportRecord> records = new ArrayList<>();
    try (var files = Files.newDirectoryStream(folder, "*.properties")) {
      for (var file : files) {
        records.add(new ImportRecordFile(file).read());
      }
    }
    return records;
  }
}

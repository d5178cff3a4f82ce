package io.tinyanalytics.logimport;

import io.tinyanalytics.logimport.ImportStart.Warning;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What was imported before, one record per log and destination, in a folder. */
final class ImportJournal {
  /** How long the pipeline remembers an event's id. */
  static final Duration HORIZON = Duration.ofDays(7);

  private final Path folder;

  ImportJournal(Path folder) {
    this.folder = folder;
  }

  /**
   * Where the import of a log begins: after what an interrupted one of the same log sent, else at
   * its first line.
   */
  ImportStart begin(LogIdentity log, LogHead head, Instant now) throws IOException {
    var known =
        records().stream()
            .filter(record -> record.log().goesWhere(log) && head.beginsWith(record.log()))
            .toList();
    var interrupted =
        known.stream()
            .filter(record -> !record.finished() && record.log().sendsWhat(log))
            .max(Comparator.comparing(record -> record.position().lines()));
    var others = known.stream().filter(record -> !record.equals(interrupted.orElse(null))).toList();
    var since = interrupted.map(ImportRecord::since).orElse(now);
    for (var other : others) {
      since = isRemembered(other, now) && other.since().isBefore(since) ? other.since() : since;
    }
    var record = interrupted.orElse(ImportRecord.begin(log, now)).as(log, since);
    var superseded = known.stream().filter(other -> !other.log().equals(log)).toList();
    return new ImportStart(record, superseded, warning(others, record, now));
  }

  void save(ImportRecord record) throws IOException {
    ImportRecordFile.in(folder, record.log()).write(record);
  }

  void delete(ImportRecord record) throws IOException {
    ImportRecordFile.in(folder, record.log()).delete();
  }

  private static Warning warning(List<ImportRecord> others, ImportRecord record, Instant now) {
    if (others.stream().anyMatch(other -> !isRemembered(other, now))) {
      return Warning.EARLIER_IMPORT;
    }
    return isRemembered(record, now) ? Warning.NONE : Warning.LAST_LINES;
  }

  private static boolean isRemembered(ImportRecord record, Instant now) {
    return !record.since().isBefore(now.minus(HORIZON));
  }

  private List<ImportRecord> records() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<ImportRecord> records = new ArrayList<>();
    try (var files = Files.newDirectoryStream(folder, "*" + ImportRecordFile.ENDING)) {
      for (var file : files) {
        records.add(new ImportRecordFile(file).read());
      }
    }
    return records;
  }
}

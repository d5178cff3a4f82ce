package io.tinyanalytics.e2e.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** The folder of a run's reports. Reports of an earlier run are deleted. */
record ReportFolder(Path folder) {

  static final String JOURNAL = "journal.tsv";

  private static final String PAGE = "report.md";
  private static final String DATA = "report.json";
  private static final String SAMPLES = JOURNAL + ".samples";
  private static final String LOGS = "stack-logs";

  static ReportFolder empty(Path folder) throws IOException {
    for (Path log : files(folder.resolve(LOGS))) {
      Files.delete(log);
    }
    for (String old : List.of(PAGE, DATA, JOURNAL, SAMPLES)) {
      Files.deleteIfExists(folder.resolve(old));
    }
    Files.createDirectories(folder);
    return new ReportFolder(folder.toAbsolutePath());
  }

  Path page() {
    return folder.resolve(PAGE);
  }

  void write(Result result) throws IOException {
    JsonReport.write(result, folder.resolve(DATA));
    Files.writeString(page(), PageReport.of(result));
  }

  /** Copies the logs of a stack before its data is deleted. */
  void keepLogs(Path logs) throws IOException {
    Path kept = Files.createDirectories(folder.resolve(LOGS));
    for (Path log : files(logs)) {
      Files.copy(log, kept.resolve(log.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}

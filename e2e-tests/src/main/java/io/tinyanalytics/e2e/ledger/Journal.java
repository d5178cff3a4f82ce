package io.tinyanalytics.e2e.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The append-only file of entries. An entry counts once it is in the file. */
final class Journal implements AutoCloseable {

  private final Writer file;
  private final Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);

  Journal(Path file) throws IOException {
    this.file =
        Files.newBufferedWriter(file, UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  synchronized void write(List<Entry> entries) throws IOException {
    for (Entry entry : entries) {
      file.write(entry.line() + '\n');
    }
    file.flush();
    entries.forEach(entry -> counts.merge(entry.outcome(), 1L, Long::sum));
  }

  synchronized LoadCounts counts() {
    return new LoadCounts(counts);
  }

  @Override
  public synchronized void close() throws IOException {
    file.close();
  }
}

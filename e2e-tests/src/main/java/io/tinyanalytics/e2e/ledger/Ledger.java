package io.tinyanalytics.e2e.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the files that a load has written. It keeps no entries in memory, so a journal can hold
 * millions.
 */
public final class Ledger {

  private final Path journal;

  /**
   * Opens the files of a load that has ended.
   *
   * @param journal the same path that the load was given
   */
  public Ledger(Path journal) {
    this.journal = journal;
  }

  /** The path of the file: tab-separated, one entry per line. */
  public Path journal() {
    return journal;
  }

  public LoadCounts counts() throws IOException {
    return read(
        entries ->
            new LoadCounts(
                entries.collect(Collectors.groupingBy(Entry::outcome, Collectors.counting()))));
  }

  /** When the events of a site were acknowledged, in milliseconds since the epoch, ascending. */
  public long[] acknowledgedAt(LoadSite site) throws IOException {
    return read(
        entries ->
            entries
                .filter(entry -> entry.outcome() == Outcome.ACKNOWLEDGED)
                .filter(entry -> entry.site().equals(site.id()))
                .mapToLong(Entry::atMillis)
                .sorted()
                .toArray());
  }

  /** The answers of the query service during the load, in the order of the requests. */
  public List<Sample> samples() throws IOException {
    try (Stream<String> lines = Files.lines(samples(journal))) {
      return lines.map(Sample::of).toList();
    }
  }

  private <T> T read(Function<Stream<Entry>, T> question) throws IOException {
    try (Stream<String> lines = Files.lines(journal)) {
      return question.apply(lines.map(Entry::of));
    }
  }

  /** The file of the samples that belong to a journal. */
  static Path samples(Path journal) {
    return journal.resolveSibling(journal.getFileName() + ".samples");
  }
}

package io.tinyanalytics.e2e.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what a load has written. It keeps no entries, so a journal of millions is as good. */
public final class Ledger {

  private final Path journal;

  /**
   * The account of a load that has ended.
   *
   * @param journal as it was given to the load
   */
  public Ledger(Path journal) {
    this.journal = journal;
  }

  /** The file itself: tab-separated, one entry a line. */
  public Path journal() {
    return journal;
  }

  public LoadCounts counts() throws IOException {
    return read(
        entries ->
            new LoadCounts(
                entries.collect(Collectors.groupingBy(Entry::outcome, Collectors.counting()))));
  }

  /** When the events of a site were acknowledged, in ascending order of milliseconds. */
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

  /** What the query service answered while the load ran, in the order of asking. */
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

  /** Where the samples of a journal's load stand. */
  static Path samples(Path journal) {
    return journal.resolveSibling(journal.getFileName() + ".samples");
  }
}

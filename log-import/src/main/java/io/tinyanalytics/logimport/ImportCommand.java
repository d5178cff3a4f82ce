package io.tinyanalytics.logimport;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;

/** The command {@code import-access-log}; {@link ImportOptions#USAGE} says what it does. */
public final class ImportCommand {
  private static final int ALL_TAKEN = 0;
  private static final int SOME_REFUSED = 1;
  private static final int CANNOT_GO_ON = 2;

  private final PrintStream figures;
  private final PrintStream messages;
  private final Patience patience;
  private final Clock clock;

  /**
   * @param figures where the counts go, and nothing else
   */
  ImportCommand(PrintStream figures, PrintStream messages, Patience patience, Clock clock) {
    this.figures = figures;
    this.messages = messages;
    this.patience = patience;
    this.clock = clock;
  }

  public static void main(String[] arguments) {
    var command = new ImportCommand(System.out, System.err, Patience.DEFAULT, Clock.systemUTC());
    System.exit(command.run(arguments, System.getenv(), Path.of("").toAbsolutePath()));
  }

  /**
   * Runs to the end, and returns the exit code.
   *
   * @param repository what relative paths of the environment are relative to
   */
  int run(String[] arguments, Map<String, String> environment, Path repository) {
    if (Arrays.asList(arguments).contains("--help")) {
      figures.print(ImportOptions.USAGE);
      return ALL_TAKEN;
    }
    try {
      var settings = ImportSettings.from(environment, repository);
      var caller = Path.of(environment.getOrDefault("CALLED_FROM", "")).toAbsolutePath();
      var options = ImportOptions.of(arguments, settings, caller);
      var summary = run(options, new ImportJournal(settings.journal()));
      figures.print(summary.table());
      return summary.counts().refused().isEmpty() ? ALL_TAKEN : SOME_REFUSED;
    } catch (IllegalArgumentException | ImportException | IOException e) {
      messages.println(e instanceof IOException ? e.toString() : e.getMessage());
      return CANNOT_GO_ON;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return CANNOT_GO_ON;
    }
  }

  private ImportSummary run(ImportOptions options, ImportJournal journal)
      throws IOException, ImportException, InterruptedException {
    if (!Files.isRegularFile(options.file())) {
      throw new ImportException("There is no file " + options.file() + ".");
    }
    var keys = SiteKeys.read(options.sites(), options.siteId());
    var bytes = Files.size(options.file());
    messages.printf(
        "Importing %s (%.1f MB) as page views of %s through %s%n",
        options.file(), bytes / 1e6, options.siteId(), options.edge());
    var progress = new Progress(bytes, messages);
    var start = begin(options, bytes, journal, progress);
    announce(start);
    var sender = new BatchSender(new EdgeClient(options.edge(), keys), patience, messages);
    var summary =
        new AccessLogImport(sender, journal, start.record(), progress).run(options.file());
    for (var superseded : start.superseded()) {
      journal.delete(superseded);
    }
    return summary;
  }

  private ImportStart begin(
      ImportOptions options, long bytes, ImportJournal journal, Progress progress)
      throws IOException {
    var hashes = LogHashes.of(options.file(), bytes, journal.lengths(), progress);
    var log =
        new LogIdentity(options.edge(), options.siteId(), options.baseUrl(), bytes, hashes.whole());
    return journal.begin(log, hashes, clock.instant());
  }

  private void announce(ImportStart start) {
    if (start.forgotten()) {
      messages.printf(
          "Warning: lines of this log were imported more than %d days ago, which is longer than"
              + " the pipeline remembers: their page views will be counted twice.%n",
          ImportJournal.HORIZON.toDays());
    }
    if (start.record().lines() > 0) {
      messages.printf(
          "An earlier import stopped after line %d: going on from there.%n",
          start.record().lines());
    }
  }
}

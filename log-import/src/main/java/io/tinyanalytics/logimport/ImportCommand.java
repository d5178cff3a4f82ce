package io.tinyanalytics.logimport;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.ZipException;

/** The command {@code import-access-log}; {@link ImportOptions#USAGE} says what it does. */
public final class ImportCommand {
  private static final int ALL_TAKEN = 0;
  private static final int SOME_REFUSED = 1;
  private static final int CANNOT_GO_ON = 2;

  private final InputStream standardInput;
  private final PrintStream figures;
  private final Messages messages;
  private final Patience patience;
  private final Clock clock;

  /**
   * @param figures where the table goes, and nothing else
   */
  ImportCommand(
      InputStream standardInput,
      PrintStream figures,
      PrintStream messages,
      Patience patience,
      Clock clock) {
    this.standardInput = standardInput;
    this.figures = figures;
    this.messages = new Messages(messages);
    this.patience = patience;
    this.clock = clock;
  }

  public static void main(String[] arguments) {
    var command =
        new ImportCommand(System.in, System.out, System.err, Patience.DEFAULT, Clock.systemUTC());
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
      return run(options, new ImportJournal(settings.journal()));
    } catch (IllegalArgumentException | ImportException e) {
      messages.say(String.valueOf(e.getMessage()));
      return CANNOT_GO_ON;
    } catch (IOException e) {
      messages.say(e.toString());
      return CANNOT_GO_ON;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return CANNOT_GO_ON;
    }
  }

  private int run(ImportOptions options, ImportJournal journal)
      throws IOException, ImportException, InterruptedException {
    var source = options.source();
    if (source.file() != null && !Files.isRegularFile(source.file())) {
      throw new ImportException("There is no file " + source.name() + ".");
    }
    try (var input = LogInput.open(source, standardInput)) {
      return options.dryRun() ? dryRun(options, input) : send(options, input, journal);
    } catch (EOFException | ZipException e) {
      throw new ImportException(
          source.name()
              + " is packed by gzip and damaged ("
              + e.getMessage()
              + "); what stands before the damage was read. Get a whole copy, and import that.");
    }
  }

  private int dryRun(ImportOptions options, LogInput input) throws IOException, ImportException {
    var log = reader(options, input);
    var progress = new Progress(messages);
    while (log.next() != null) {
      progress.at(() -> input.progress() + " read");
    }
    requireReadable(log, options, input);
    figures.print(ImportTable.ofDryRun(log.figures()));
    return ALL_TAKEN;
  }

  private int send(ImportOptions options, LogInput input, ImportJournal journal)
      throws IOException, ImportException, InterruptedException {
    var keys = SiteKeys.read(options.destination().sites(), options.destination().siteId());
    var edge = new EdgeClient(options.destination().edge(), keys);
    announce(options);
    var head = new LogHead(input.head());
    var start = journal.begin(LogIdentity.of(options, head), head, clock.instant());
    announce(start);
    var log = reader(options, input);
    try (var lanes = new Lanes(new BatchSender(edge, patience, messages))) {
      var progress = new Progress(messages);
      var counts = new AccessLogImport(log, lanes, journal, start).run(progress, input);
      requireReadable(log, options, input);
      figures.print(ImportTable.of(log.figures(), counts));
      return counts.refusals().isEmpty() ? ALL_TAKEN : SOME_REFUSED;
    }
  }

  private static LogReader reader(ImportOptions options, LogInput input) {
    return new LogReader(new LogLines(input.text()), new PageViewRule(options.pages()));
  }

  private static void requireReadable(LogReader log, ImportOptions options, LogInput input)
      throws ImportException {
    if (log.figures().isUnreadable()) {
      throw new ImportException(LogLook.of(input.head()).sentence(options.source().name()));
    }
  }

  private void announce(ImportOptions options) {
    messages.say(
        "Importing %s as page views of %s through %s"
            .formatted(
                options.source().name(),
                options.destination().siteId(),
                options.destination().edge()));
  }

  private void announce(ImportStart start) {
    if (start.warning() != ImportStart.Warning.NONE) {
      messages.say(start.warning().sentence(ImportJournal.HORIZON));
    }
    var lines = start.record().position().lines();
    if (lines > 0) {
      messages.say(
          "An earlier import stopped after line %d: going on from there.".formatted(lines));
    }
  }
}

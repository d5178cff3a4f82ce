package io.tinyanalytics.audit;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Map;
import java.util.SortedMap;

/** The command {@code audit}; {@link AuditOptions#USAGE} says what it does. */
public final class AuditCommand {
  private static final int CLEAN = 0;
  private static final int NOT_CLEAN = 1;
  private static final int CANNOT_JUDGE = 2;

  private final PrintStream report;
  private final PrintStream messages;

  /**
   * @param report receives the report and nothing else
   */
  AuditCommand(PrintStream report, PrintStream messages) {
    this.report = report;
    this.messages = messages;
  }

  public static void main(String[] arguments) {
    var command = new AuditCommand(System.out, System.err);
    System.exit(command.run(arguments, System.getenv()));
  }

  /** Runs the whole audit and returns the exit code. */
  int run(String[] arguments, Map<String, String> environment) {
    try {
      var options = AuditOptions.of(arguments);
      if (options.help()) {
        report.print(AuditOptions.USAGE);
        return CLEAN;
      }
      var result = audit(options, AuditSettings.from(environment));
      report.print(options.json() ? JsonReport.of(result) : TextReport.of(result));
      return result.isClean() ? CLEAN : NOT_CLEAN;
    } catch (IllegalArgumentException | IOException e) {
      messages.println(e.getMessage());
      return CANNOT_JUDGE;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return CANNOT_JUDGE;
    }
  }

  private AuditReport audit(AuditOptions options, AuditSettings settings)
      throws IOException, InterruptedException {
    var offsets = KafkaOffsets.read(settings.brokers(), settings.topic());
    var clickHouse = new ClickHouse(settings);
    var report =
        new Audit(new ClickHouseStore(clickHouse), options.patience(), messages).run(offsets);
    return options.values() ? report.with(values(settings, clickHouse, offsets)) : report;
  }

  private ValueReport values(
      AuditSettings settings, ClickHouse clickHouse, SortedMap<Integer, OffsetRange> offsets)
      throws IOException {
    try (var kafka = new KafkaMessages(settings.brokers(), settings.topic())) {
      return new ValueAudit(clickHouse, kafka, messages).run(offsets);
    }
  }
}

package io.tinyanalytics.e2e.chaos;

import io.tinyanalytics.e2e.check.CheckResult;
import io.tinyanalytics.e2e.plan.Burst;
import io.tinyanalytics.e2e.plan.FaultKind;
import io.tinyanalytics.e2e.plan.PlannedFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The report for people: one page of Markdown. */
final class PageReport {

  private final Result result;
  private final List<String> lines = new ArrayList<>();

  private PageReport(Result result) {
    this.result = result;
  }

  static String of(Result result) {
    PageReport page = new PageReport(result);
    page.head();
    page.checks();
    page.load();
    page.kinds();
    page.bursts();
    return String.join("\n", page.lines) + "\n";
  }

  /** The verdict in one line, with the figures behind it. */
  static String verdict(Result result) {
    return String.format(
        Locale.ROOT,
        "%s: seed %d, %d faults of %d kinds, %,d events acknowledged, %s",
        result.passed() ? "GREEN" : "RED",
        result.plan().seed(),
        result.injections().size(),
        result.plan().kinds().size(),
        result.load().acknowledged(),
        minutes(result.took()));
  }

  private void head() {
    lines.add("# Fault run: " + verdict(result));
    lines.add("");
    lines.add(
        "Began at %s. `./scripts/chaos --seed %d --minutes %d` gives the same schedule."
            .formatted(result.begin(), result.plan().seed(), result.plan().minutes()));
  }

  private void checks() {
    lines.add("");
    lines.add("## Checks");
    lines.add("");
    row("", "check", "figures");
    row("---", "---", "---");
    for (CheckResult check : result.checks()) {
      row(check.passed() ? "ok" : "**RED**", check.name(), figures(check));
    }
  }

  private static String figures(CheckResult check) {
    return check.figures().entrySet().stream()
        .map(figure -> figure.getKey() + " " + figure.getValue())
        .collect(Collectors.joining(", "))
        .replace("\n", "<br>");
  }

  private void load() {
    lines.add("");
    lines.add("## Load");
    lines.add("");
    row("outcome", "events");
    row("---", "---:");
    result
        .load()
        .byOutcome()
        .forEach((outcome, count) -> row(outcome.word(), "%,d".formatted(count)));
  }

  private void kinds() {
    lines.add("");
    lines.add("## Kinds of faults");
    lines.add("");
    lines.add("The disk of the checkpoints is " + result.disk() + ".");
    lines.add("");
    row("kind", "what it does", "injected", "moved a metric", "for example");
    row("---", "---", "---:", "---:", "---");
    result.plan().kinds().forEach(this::kind);
    if (!result.plan().kindsLeftOut().isEmpty()) {
      lines.add("");
      lines.add(
          "Left out, for want of time: "
              + result.plan().kindsLeftOut().stream()
                  .map(FaultKind::word)
                  .collect(Collectors.joining(", "))
              + ".");
    }
  }

  private void kind(FaultKind kind) {
    List<Injection> injections = result.of(kind);
    List<Injection> moved =
        injections.stream().filter(injection -> !injection.movements().isEmpty()).toList();
    row(
        kind.word(),
        kind.sentence(),
        String.valueOf(injections.size()),
        String.valueOf(moved.size()),
        moved.isEmpty() ? "" : "`" + moved.get(0).movements().get(0) + "`");
  }

  private void bursts() {
    lines.add("");
    lines.add("## Schedule");
    lines.add("");
    row("burst", "faults", "well again after");
    row("---:", "---", "---:");
    for (int i = 0; i < result.plan().bursts().size(); i++) {
      Burst burst = result.plan().bursts().get(i);
      row(
          String.valueOf(i + 1),
          burst.faults().stream().map(PlannedFault::toString).collect(Collectors.joining("<br>")),
          i < result.recoveries().size()
              ? recovery(result.recoveries().get(i))
              : "not carried out");
    }
  }

  private static String recovery(Optional<Duration> took) {
    return took.map(it -> String.format(Locale.ROOT, "%.1f s", it.toMillis() / 1000.0))
        .orElse("**too late**");
  }

  private static String minutes(Duration took) {
    return "%d min %d s".formatted(took.toMinutes(), took.toSecondsPart());
  }

  private void row(String... cells) {
    lines.add("| " + String.join(" | ", cells) + " |");
  }
}

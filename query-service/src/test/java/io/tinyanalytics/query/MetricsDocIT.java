package io.tinyanalytics.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The formulas of {@code docs/metrics.md}, pasted into ClickHouse as they stand there. */
final class MetricsDocIT {
  private static final Pattern FORMULA =
      Pattern.compile(
          "^## ([^\n]+)$(?:(?!^## ).)*?^```sql$(.*?);\\s*^```$",
          Pattern.MULTILINE | Pattern.DOTALL);

  /** What the formulas say of {@code metrics-rows.sql}: columns with spaces, rows with bars. */
  private static final Map<String, String> TRUTH = truth();

  @TempDir Path folder;

  private static Map<String, String> truth() {
    Map<String, String> truth = new LinkedHashMap<>();
    truth.put("visitors", "6");
    truth.put("users", "2");
    truth.put("visits", "5");
    truth.put("pageviews", "10");
    truth.put("events", "12");
    truth.put("views per visit", "1.8");
    truth.put("bounce rate", "0.2");
    truth.put("visit duration", "254");
    truth.put("time on page", "/ 10|/pricing 12.5");
    truth.put("scroll depth", "/ 50|/pricing 60");
    truth.put("entry pages", "/ 2 0 540|/a 1 0 120|/docs 1 0 60|/pricing 1 1 10");
    truth.put("exit pages", "/docs 2|/pricing 2|/c 1");
    truth.put("exit rate", "/c 1|/docs 1|/pricing 1|/ 0|/a 0|/b 0");
    truth.put("sources", "google.com 3| 2|news.example 1");
    truth.put("conversion rate", "0.3333333333333333");
    truth.put("revenue", "EUR 59.95");
    truth.put("unique-users", "2026-11-01 1|2026-11-10 3|2026-11-12 1|2026-11-15 1|2026-11-30 1");
    return truth;
  }

  @Test
  void saysTheTruthOfKnownRows() throws IOException {
    Map<String, String> formulas = formulas();
    Map<String, String> said = new LinkedHashMap<>();
    try (RealStore store = new RealStore(folder)) {
      store.execute(rows());
      for (Map.Entry<String, String> formula : formulas.entrySet()) {
        String answer = store.execute(formula.getValue());
        said.put(formula.getKey(), answer.strip().replace('\t', ' ').replace('\n', '|'));
      }
    }

    assertThat(said).containsExactlyEntriesOf(TRUTH);
  }

  private static Map<String, String> formulas() throws IOException {
    Map<String, String> formulas = new LinkedHashMap<>();
    Matcher matcher = FORMULA.matcher(Files.readString(Path.of("../docs/metrics.md")));
    while (matcher.find()) {
      formulas.put(matcher.group(1), matcher.group(2));
    }
    return formulas;
  }

  private static String rows() throws IOException {
    try (InputStream in = MetricsDocIT.class.getResourceAsStream("/metrics-rows.sql")) {
      String file = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return file.strip().replaceAll(";$", "");
    }
  }
}

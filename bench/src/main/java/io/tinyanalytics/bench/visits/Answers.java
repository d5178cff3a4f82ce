package io.tinyanalytics.bench.visits;

import io.tinyanalytics.stack.schema.ClickHouseHttp;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Asks each question in each way, compares the answers, and keeps how long they took. */
final class Answers {
  private static final String SITE = "site-1";

  private final ClickHouseHttp clickHouse;
  private final Map<Asked, List<Double>> millis = new HashMap<>();

  private record Asked(Question question, Way way, Range range) {}

  Answers(ClickHouseHttp clickHouse) {
    this.clickHouse = clickHouse;
  }

  /**
   * Asks a question in each way, one after the other, and once more in each round.
   *
   * @param rounds how often each way is measured, after a first time that is not counted
   * @throws IllegalStateException if two ways do not say the same
   */
  void ask(Question question, Range range, int rounds) throws IOException {
    for (int round = 0; round <= rounds; round++) {
      String first = null;
      for (var way : ways(question)) {
        var asked = new Asked(question, way, range);
        long begin = System.nanoTime();
        var answer = answer(asked);
        double took = (System.nanoTime() - begin) / 1e6;
        first = first == null ? answer : first;
        requireSame(asked, first, answer);
        if (round > 0) {
          millis.computeIfAbsent(asked, unused -> new ArrayList<>()).add(took);
        }
      }
    }
  }

  /** The median of the measured times in ms; empty if this way does not answer the question. */
  OptionalDouble median(Question question, Way way, Range range) {
    return Optional.ofNullable(millis.get(new Asked(question, way, range)))
        .map(times -> OptionalDouble.of(Medians.of(times)))
        .orElse(OptionalDouble.empty());
  }

  private static List<Way> ways(Question question) throws IOException {
    List<Way> ways = new ArrayList<>();
    for (var way : Way.values()) {
      if (SqlFile.find(file(question, way)).isPresent()
          && (question.projected() || way != Way.PROJECTIONS)) {
        ways.add(way);
      }
    }
    return ways;
  }

  private String answer(Asked asked) throws IOException {
    var sql = SqlFile.read(file(asked.question(), asked.way()));
    return clickHouse.execute(
        sql + "\nSETTINGS " + asked.way().settings(),
        Map.of("site", SITE, "from", asked.range().from(), "to", asked.range().to()));
  }

  private static String file(Question question, Way way) {
    return question.word() + "." + way.file() + ".sql";
  }

  private static void requireSame(Asked asked, String first, String answer) {
    if (answer.isBlank() || !answer.equals(first)) {
      throw new IllegalStateException(
          "%s, %s: %s says otherwise than %s: %s"
              .formatted(
                  asked.question().sentence(),
                  asked.range().title(),
                  asked.way().title(),
                  Way.ROWS.title(),
                  firstDifference(first, answer)));
    }
  }

  private static String firstDifference(String expected, String answer) {
    var lines = answer.lines().toList();
    int at = Arrays.mismatch(expected.lines().toArray(), lines.toArray());
    return at >= 0 && at < lines.size() ? lines.get(at) : "nothing";
  }
}
